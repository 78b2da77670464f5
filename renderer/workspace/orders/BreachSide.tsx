import { useTranslation } from 'react-i18next';
import type { BreachView } from '#contract/orders.ts';
import type { ChainStep } from '#model/chain/steps.ts';
import type { Contradiction, Side } from '#model/contradictions.ts';
import type { RecordId } from '#model/ids.ts';
import type { Values } from '#model/kinds.ts';
import { isMinuteKnown } from '#model/when.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { ClocksPart } from '#renderer/features/clock/ClocksPart.tsx';
import { BacklinksPanel } from '#renderer/features/note/BacklinksPanel.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { useOpenRecord } from '../open-record.ts';
import { ContradictionLine } from './ContradictionLine.tsx';

const LAWS = ['strl_168', 'strpl_171', 'strpl_183', 'strpl_184', 'strpl_222g'] as const;

interface Props {
  view: BreachView;
  caseId: RecordId;
  /** Opens the record that says one side of a contradiction. */
  onOpen: (told: Side) => void;
}

/** What the breach itself has set running, the law beside it, what contradicts, and the evidence. */
export function BreachSide({ view, caseId, onOpen }: Props) {
  const { t } = useTranslation('orders');
  const time = useTimeWords();
  const words = useRecordWords();
  const openRecord = useOpenRecord(caseId);
  const create = useAction('record.create');
  const settled = view.contradictions.filter((one) => one.settled).length;
  const addEvidence = () => {
    const values = { text: words.kind('evidence'), breachId: view.breach.id };
    create.mutate({ kind: 'evidence', caseId, values }, { onSuccess: ({ id }) => openRecord(id, 'evidence') });
  };
  return (
    <aside className="vb-breach-side" aria-label={t('law')}>
      <ClocksPart caseId={caseId} recordId={view.breach.id} />
      <section>
        <h3>
          <Icon name="scale" /> {t('law')} <span className="vb-muted">{t('lawSub')}</span>
        </h3>
        <dl className="vb-laws">
          {LAWS.map((law) => (
            <div key={law}>
              <dt>{t(`laws.${law}.name`)}</dt>
              <dd>{t(`laws.${law}.text`)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h3>
          <Icon name="swap" /> {t('contradictions')}
          {view.contradictions.length > 0 && (
            <span className="vb-muted">
              {t('contradictionsSub', { open: view.contradictions.length - settled, settled })}
            </span>
          )}
        </h3>
        {view.contradictions.length === 0 && <p className="vb-muted">{t('contradictionsNone')}</p>}
        {view.contradictions.map((one) => (
          <ContradictionLine
            key={`${one.code}${one.sides[0]?.recordId}${one.sides[0]?.what}`}
            contradiction={one}
            onOpen={onOpen}
          >
            {one.code === 'two_readings' && <Choice breachId={view.breach.id} contradiction={one} />}
          </ContradictionLine>
        ))}
      </section>
      <section>
        <h3>
          <Icon name="clip" /> {t('evidence')} <span className="vb-muted">{view.evidence.length || ''}</span>
          <span className="vb-grow" />
          <Button size="sm" icon="plus" disabled={create.isPending} onClick={addEvidence}>
            {t('addEvidence')}
          </Button>
        </h3>
        {view.evidence.length === 0 && <p className="vb-muted">{t('evidenceNone')}</p>}
        <ul className="vb-evidence">
          {view.evidence.map((one) => {
            const { securedAt, decaysAt, amount } = one.values as Values<'evidence'>;
            const state =
              securedAt !== null
                ? (amount ?? t('secured'))
                : decaysAt
                  ? t('decays', { at: time.stamp(decaysAt) })
                  : t('notSecured');
            return (
              <li key={one.id}>
                <button type="button" onClick={() => openRecord(one.id, 'evidence')}>
                  <span className="vb-cut">{words.title(one)}</span>
                  <span className="vb-muted">{state}</span>
                </button>
              </li>
            );
          })}
        </ul>
      </section>
      <BacklinksPanel caseId={caseId} recordId={view.breach.id} onOpen={openRecord} />
    </aside>
  );
}

/** Which reading a clock is to use; until one is chosen it is the earliest. */
function Choice({ breachId, contradiction }: { breachId: RecordId; contradiction: Contradiction }) {
  const { t } = useTranslation('orders');
  const time = useTimeWords();
  const choose = useAction('chain.choose');
  const step = contradiction.sides[0]?.what as ChainStep;
  return (
    <div className="vb-contra-choice">
      {!contradiction.settled && <span className="vb-muted">{t('earliest')}</span>}
      {contradiction.sides.map(({ recordId, at }) => (
        <Button
          key={recordId}
          size="sm"
          disabled={choose.isPending}
          onClick={() => choose.mutate({ breachId, step, recordId })}
        >
          {t('choose_this', { time: at ? (isMinuteKnown(at) ? time.clock(at.fromAt) : time.when(at)) : '' })}
        </Button>
      ))}
    </div>
  );
}
