import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import type { Values } from '#model/kinds.ts';
import { useRecordWords } from '#renderer/features/record/words.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { useEdit } from '../edit.ts';
import { useNewest } from './use-case-records.ts';

const MOST = 8;

/** The newest breaches, and how far the police's follow-up of each breach has come. */
export function BreachesPanel({ caseId }: { caseId: RecordId }) {
  const { t } = useTranslation('case');
  const words = useRecordWords();
  const time = useTimeWords();
  const edit = useEdit();
  const breaches = useNewest(caseId, ['breach'], MOST);
  return (
    <Panel icon="k-breach" title={t('breaches')} count={breaches.total || undefined} flush className="vb-breaches">
      {!breaches.loading && breaches.total === 0 && (
        <EmptyState
          icon="k-breach"
          title={t('breachesNone')}
          action={
            <Button size="sm" icon="plus" onClick={() => edit.create('breach')}>
              {t('breachAdd')}
            </Button>
          }
        />
      )}
      <ul>
        {breaches.records.map((breach) => {
          const values = breach.values as Values<'breach'>;
          return (
            <li key={breach.id}>
              <button type="button" className="vb-breach" onClick={() => edit.open(breach.id)}>
                <span>{values.happened ? time.when(values.happened) : words.unknown}</span>
                <span className="vb-breach-text">{words.title(breach)}</span>
                <span className="vb-muted">
                  {values.status ? words.option('status', values.status) : t('breachStatusUnknown')}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
