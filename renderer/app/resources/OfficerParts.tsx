import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { InspectorPart } from '#renderer/ui/SplitPane.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { useNow } from '#renderer/ui/use-now.ts';
import { useEdit } from '#renderer/workspace/edit.ts';
import { useHeld } from './use-held.ts';

/** What hangs on an officer: what they are qualified for, and when they are not to be assigned. */
export function OfficerParts({ officerId }: { officerId: RecordId }) {
  return (
    <>
      <HeldPart officerId={officerId} />
      <ExclusionPart officerId={officerId} />
    </>
  );
}

function HeldPart({ officerId }: { officerId: RecordId }) {
  const { t } = useTranslation('resources');
  const words = useRecordWords();
  const time = useTimeWords();
  const now = useNow();
  const edit = useEdit();
  const held = useHeld(officerId);
  return (
    <InspectorPart title={words.kinds('qualification')}>
      {held.length === 0 && <p className="vb-muted">{t('noneHeld')}</p>}
      <ul className="vb-parts">
        {held.map(({ id, code, label, validUntilAt }) => (
          <li key={id}>
            <button type="button" className="vb-row-link" onClick={() => edit.open(id)}>
              {t('held', { label, code })}
            </button>
            <span className="vb-muted">
              {validUntilAt === null
                ? t('noEnd')
                : t(validUntilAt <= now ? 'ranOut' : 'validUntil', { date: time.date(validUntilAt) })}
            </span>
          </li>
        ))}
      </ul>
      <Button size="sm" icon="plus" onClick={() => edit.create('officer_qualification', { officerId })}>
        {t('addHeld')}
      </Button>
    </InspectorPart>
  );
}

/** That an officer is not to be assigned is for all who plan; why is for the lead, and each look leaves a line. */
function ExclusionPart({ officerId }: { officerId: RecordId }) {
  const { t } = useTranslation('resources');
  const words = useRecordWords();
  const time = useTimeWords();
  const edit = useEdit();
  const list = useRoute('record.list', { kinds: ['officer_exclusion'], order: 'entered', limit: 500 });
  const own = (list.data?.records ?? []).filter(({ values }) => values.officerId === officerId);
  const day = (at: unknown) => (typeof at === 'number' ? time.date(at) : '…');
  return (
    <InspectorPart title={words.kinds('officer_exclusion')}>
      {own.length === 0 && <p className="vb-muted">{t('noExclusion')}</p>}
      <ul className="vb-parts">
        {own.map(({ id, values }) => (
          <li key={id}>
            <button type="button" className="vb-row-link" onClick={() => edit.open(id)}>
              {values.fromAt === null && values.untilAt === null
                ? t('noEnd')
                : `${day(values.fromAt)}–${day(values.untilAt)}`}
            </button>
            <span className="vb-muted">{t(values.forCaseId === null ? 'everyCase' : 'oneCase')}</span>
          </li>
        ))}
      </ul>
      <Button size="sm" icon="plus" onClick={() => edit.create('officer_exclusion', { officerId })}>
        {t('addExclusion')}
      </Button>
    </InspectorPart>
  );
}
