import { useTranslation } from 'react-i18next';
import { GRADING_SCHEMES } from '#model/document/grading.ts';
import { SPELLING_LANGUAGES } from '#model/spelling.ts';
import { useAction, useRefresh, useRoute } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';

/** How notes are written in this book: grading of statements, language of spelling, the book's own words. */
export function NotesPanel() {
  const { t } = useTranslation('writing');
  const refresh = useRefresh();
  const notes = useRoute('note.settings', {});
  const spelling = useRoute('spelling.get', {});
  const grading = useAction('note.set_grading');
  const language = useAction('spelling.set');
  const learn = useAction('spelling.learn');
  // Settings are outside the log and make no event.
  const after = { onSuccess: () => void refresh(['note.settings', 'spelling.get']) };
  const words = spelling.data?.words ?? [];
  return (
    <Panel title={t('settings.title')} icon="k-note">
      <dl className="vb-settings-rows">
        <dt>{t('settings.grading')}</dt>
        <dd>
          {notes.data && (
            <Segmented
              label={t('settings.grading')}
              value={notes.data.grading}
              options={GRADING_SCHEMES.map((value) => ({ value, label: t(`settings.scheme.${value}`) }))}
              onChange={(value) => grading.mutate({ grading: value }, after)}
            />
          )}
        </dd>
        <dt>{t('settings.spelling')}</dt>
        <dd>
          {spelling.data && (
            <Segmented
              label={t('settings.spelling')}
              value={spelling.data.language ?? 'off'}
              options={[...SPELLING_LANGUAGES, 'off' as const].map((value) => ({
                value,
                label: t(`settings.language.${value}`),
              }))}
              onChange={(value) => language.mutate({ language: value === 'off' ? null : value }, after)}
            />
          )}
        </dd>
        <dt>{t('settings.words')}</dt>
        <dd>
          {words.length === 0 && t('settings.noWords')}
          {words.map((word) => (
            <Button
              key={word}
              size="sm"
              icon="close"
              aria-label={t('settings.forget', { word })}
              onClick={() => learn.mutate({ word, known: false }, after)}
            >
              {word}
            </Button>
          ))}
        </dd>
      </dl>
      <ErrorNotice error={grading.error ?? language.error ?? learn.error} />
      <p className="vb-t12 vb-muted">{t('grading.law')}</p>
    </Panel>
  );
}
