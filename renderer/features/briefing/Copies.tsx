import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';

/** Copies of this case's briefings that have left, newest first. */
export function Copies({ caseId }: { caseId: RecordId }) {
  const { t } = useTranslation('briefing');
  const words = useTimeWords();
  const { data: copies, error } = useRoute('briefing.copies', { caseId });
  return (
    <section>
      <h3 className="vb-briefing-heading">
        <Icon name="copy" /> {t('view.copies')}
        {copies && copies.length > 0 && (
          <small className="vb-briefing-aside">{t('view.copiesCount', { count: copies.length })}</small>
        )}
      </h3>
      <ErrorNotice error={error} />
      {copies?.length === 0 && <p className="vb-briefing-none">{t('view.copiesNone')}</p>}
      <ol className="vb-copies">
        {copies?.map(({ copy, profile, at, person }) => (
          <li key={copy}>
            <b className="vb-copies-number">{copy}</b>
            <span>{t(`view.profiles.${profile}`, { defaultValue: profile })}</span>
            <small className="vb-copies-when">
              {words.stampDay(at)}, {person}
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}
