import { useTranslation } from 'react-i18next';
import type { CaseView } from '#contract/case.ts';
import type { RecordId } from '#model/ids.ts';
import type { Values } from '#model/kinds.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { beforeWords } from '../before-words.ts';
import { useDayWords } from '../day-words.ts';
import { useEdit } from '../edit.ts';
import { useNewest } from './use-case-records.ts';

const HISTORY = 4;

/** Risk in words, with its date and author, and whether something has happened since. Never a gauge or a colour. */
export function RiskPanel({ caseId, risk }: { caseId: RecordId; risk: CaseView['risk'] }) {
  const { t } = useTranslation('case');
  const words = useRecordWords();
  const time = useTimeWords();
  const days = useDayWords();
  const edit = useEdit();
  const history = useNewest(caseId, ['assessment'], HISTORY);
  const add = (
    <Button size="sm" icon="plus" onClick={() => edit.create('assessment')}>
      {t('riskAdd')}
    </Button>
  );
  const values = risk?.assessment.values as Values<'assessment'> | undefined;
  return (
    <Panel icon="k-assess" title={t('risk')} count={values?.instrument} actions={add} className="vb-risk">
      {!risk || !values ? (
        <EmptyState icon="k-assess" title={t('riskNone')} text={t('riskNoneText')} action={add} />
      ) : (
        <>
          <p className="vb-risk-lead">
            {[values.level && words.option('level', values.level), values.statement].filter(Boolean).join('. ') ||
              t('riskNoLevel')}
          </p>
          <p>{words.title(risk.assessment)}</p>
          <p className="vb-muted">
            {[values.assessedBy, values.happened && time.when(values.happened)].filter(Boolean).join(', ')}
          </p>
          {risk.overtakenBy && (
            <p className="vb-risk-old">
              <button
                type="button"
                className="vb-link"
                onClick={() => risk.overtakenBy && edit.open(risk.overtakenBy.id)}
              >
                {t('riskOlder', beforeWords(risk.overtakenBy, t, days))}
              </button>
            </p>
          )}
          <ol className="vb-risk-history" aria-label={t('riskHistory')}>
            {[...history.records].reverse().map((one) => {
              const past = one.values as Values<'assessment'>;
              return (
                <li key={one.id} className={one.id === risk.assessment.id ? 'vb-current' : ''}>
                  <span>{time.dayOf(one) ?? words.unknown}</span>
                  <strong>{past.level ? words.option('level', past.level) : t('riskNoLevel')}</strong>
                </li>
              );
            })}
          </ol>
        </>
      )}
    </Panel>
  );
}
