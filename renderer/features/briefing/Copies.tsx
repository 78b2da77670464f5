import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BriefingExportLine } from '#contract/briefing.ts';
import type { RecordId } from '#model/ids.ts';
import { useAction, useRefresh, useRoute } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';

/** Copies of this case's briefings that have left, newest first; what is recalled says so until its holder has heard it. */
export function Copies({ caseId }: { caseId: RecordId }) {
  const { t } = useTranslation('briefing');
  const words = useTimeWords();
  const { data: copies, error } = useRoute('briefing.copies', { caseId });
  const [reading, setReading] = useState<number | null>(null);
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
        {copies?.map((line) => (
          <li key={line.copy}>
            <b className="vb-copies-number">{line.copy}</b>
            <span>{t(`view.profiles.${line.profile}`, { defaultValue: line.profile })}</span>
            <small className="vb-copies-when">
              {words.stampDay(line.at)}, {line.person}
            </small>
            {line.recalled && <Recalled line={line} onRead={() => setReading(line.copy)} />}
          </li>
        ))}
      </ol>
      {reading !== null && <ReadBack caseId={caseId} copy={reading} onClose={() => setReading(null)} />}
    </section>
  );
}

function Recalled({ line: { recalled }, onRead }: { line: BriefingExportLine; onRead: () => void }) {
  const { t } = useTranslation('release');
  const words = useRecordWords();
  const time = useTimeWords();
  if (!recalled) return null;
  const { readBack } = recalled;
  return (
    <div className="vb-copies-when">
      <strong>{t('recalled', { at: time.stamp(recalled.at), change: words.option('change', recalled.change) })}</strong>
      {readBack ? (
        <p>
          {t('readBackIs', { holder: readBack.holder, at: time.stamp(readBack.at), by: readBack.by })} «{readBack.words}
          »
        </p>
      ) : (
        <div>
          <Button size="sm" icon="check" onClick={onRead}>
            {t('readBack')}
          </Button>
        </div>
      )}
    </div>
  );
}

/** The holder says in his own words that the copy no longer holds; by telephone it is entered for him. */
function ReadBack({ caseId, copy, onClose }: { caseId: RecordId; copy: number; onClose: () => void }) {
  const { t } = useTranslation('release');
  const keep = useAction('briefing.read_back');
  const refresh = useRefresh();
  const [holder, setHolder] = useState('');
  const [words, setWords] = useState('');
  const settled = () => {
    void refresh(['briefing.copies']);
    onClose();
  };
  return (
    <Dialog
      open
      title={t('readBackTitle', { copy })}
      subtitle={t('readBackText')}
      onClose={onClose}
      onConfirm={() => keep.mutate({ caseId, copy, holder, words }, { onSuccess: settled })}
      confirmDisabled={holder.trim() === '' || words.trim() === ''}
      busy={keep.isPending}
    >
      <ErrorNotice error={keep.error} />
      <TextField label={t('holder')} value={holder} maxLength={120} data-autofocus onChange={setHolder} />
      <TextArea label={t('words')} value={words} rows={2} maxLength={500} onChange={setWords} />
    </Dialog>
  );
}
