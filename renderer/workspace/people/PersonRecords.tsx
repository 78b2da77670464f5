import { useTranslation } from 'react-i18next';
import type { CasePersonView } from '#contract/case.ts';
import type { ShownRecord } from '#contract/record.ts';
import type { RecordId } from '#model/ids.ts';
import type { Kind, Values } from '#model/kinds.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { useEdit } from '../edit.ts';

const KINDS: Kind[] = ['procedural_status', 'withdrawal', 'child_interview'];

/**
 * What a person is in the criminal case, from when to when; what she no longer wants, thing by thing; that a child is to be
 * interviewed, and never when or where.
 */
export function PersonRecords({ caseId, view }: { caseId: RecordId; view: CasePersonView }) {
  const words = useRecordWords();
  const list = useRoute('record.list', { kinds: KINDS, caseId, order: 'time' });
  const own = (list.data?.records ?? []).filter(({ values }) => values.personId === view.person.id);
  const groups = KINDS.map((kind) => [kind, own.filter((one) => one.kind === kind)] as const);
  const stopped = own.some(({ values }) => values.thing === 'sharing_consent');
  return (
    <>
      <ErrorNotice error={list.error} />
      {groups
        .filter(([, records]) => records.length > 0)
        .map(([kind, records]) => (
          <dl key={kind} className="vb-person-places">
            <dt>{words.kind(kind)}</dt>
            {[...records].reverse().map((record) => (
              <dd key={record.id}>
                <Line record={record} />
              </dd>
            ))}
          </dl>
        ))}
      {stopped && <SharingStops caseId={caseId} />}
    </>
  );
}

function Line({ record }: { record: ShownRecord }) {
  const { t } = useTranslation('standing');
  const words = useRecordWords();
  const time = useTimeWords();
  const edit = useEdit();
  const facts = (): (string | null | false)[] => {
    if (record.kind === 'procedural_status') {
      const { status, since, offence } = record.values as Values<'procedural_status'>;
      return [words.option('status', status), t('since', { when: time.when(since) }), offence];
    }
    if (record.kind === 'withdrawal') {
      const { thing, happened, askedAlone, nextContactAt } = record.values as Values<'withdrawal'>;
      return [
        words.option('thing', thing),
        happened && time.when(happened),
        askedAlone !== null && t(askedAlone ? 'alone' : 'notAlone'),
        t('next', { at: time.stamp(nextContactAt) }),
      ];
    }
    const { interviewType, category } = record.values as Values<'child_interview'>;
    return [
      words.option('interviewType', interviewType),
      category && words.option('category', category),
      t('compartment'),
    ];
  };
  const [first, ...rest] = facts().filter(Boolean);
  return (
    <button type="button" className="vb-own-quote" onClick={() => edit.open(record.id)}>
      <strong>{first}</strong> <span className="vb-muted">{rest.join(' · ')}</span>
    </button>
  );
}

/** Consent to share was taken back: to whom it went is listed, so that each can be told to stop. */
function SharingStops({ caseId }: { caseId: RecordId }) {
  const { t } = useTranslation('standing');
  const list = useRoute('record.list', { kinds: ['referral'], caseId });
  const services = (list.data?.records ?? []).flatMap(({ values }) =>
    values.consent === 'given' && values.status !== 'ended' && typeof values.service === 'string'
      ? [values.service]
      : [],
  );
  return (
    <p>
      <strong>{t('sharingStops')}</strong>{' '}
      {services.length > 0 ? t('sharedWith', { services: [...new Set(services)].join(', ') }) : t('sharedWithNone')}
    </p>
  );
}
