import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { type RiskTime, riskPeriod } from '#model/plan/risk-period.ts';
import { useAction, useRoute } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { InspectorPart } from '#renderer/ui/SplitPane.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';

interface Props {
  caseId: RecordId;
  recordId: RecordId;
}

/** Under a risk date: the need it raises, how much of it the plan asks for already, and the way to raise it. */
export function RiskPart({ caseId, recordId }: Props) {
  const record = useRoute('record.get', { id: recordId });
  if (record.data?.kind !== 'calendar_risk' || record.data.struckAt !== null) return null;
  return <Raised caseId={caseId} riskId={recordId} values={record.data.values} />;
}

function Raised({
  caseId,
  riskId,
  values,
}: {
  caseId: RecordId;
  riskId: RecordId;
  values: Readonly<Record<string, unknown>>;
}) {
  const { t } = useTranslation('risk');
  const words = useRecordWords();
  const time = useTimeWords();
  const raise = useAction('plan.raise');
  const period = riskPeriod(values as unknown as RiskTime);
  const isWhole = period !== null && values.protectionLevel !== null && Boolean(values.text);
  const asked = period ?? { fromAt: 0, toAt: 1 };
  const plan = useRoute('plan.conflicts', { caseId, ...asked }, { enabled: isWhole });
  if (!isWhole || period === null) {
    return (
      <InspectorPart title={t('title')}>
        <p className="vb-muted">{t('lacks')}</p>
      </InspectorPart>
    );
  }
  // Where the date has moved or is gone, what is planned is told on the timeline, with what is to be done about it.
  const raised = plan.data?.raised.find(
    (one) => one.riskId === riskId && (one.state === 'missing' || one.state === 'met'),
  );
  const missingMs = (raised?.missing ?? []).reduce((sum, part) => sum + (part.toAt - part.fromAt), 0);
  return (
    <InspectorPart title={t('title')}>
      <p>
        {t('asks', {
          level: words.option('protectionLevel', String(values.protectionLevel)),
          count: Number(values.headcount ?? 1),
          period: `${time.stampDay(period.fromAt)} – ${time.stampDay(period.toAt)}`,
        })}
      </p>
      {raised && <p>{missingMs === 0 ? t('covered') : t('missing', { duration: time.length(missingMs) })}</p>}
      {raised && missingMs > 0 && (
        <Button size="sm" icon="plus" disabled={raise.isPending} onClick={() => raise.mutate({ riskId })}>
          {t('raise')}
        </Button>
      )}
      {raise.isSuccess && <p role="status">{t('raised')}</p>}
      {raise.error && <ErrorNotice error={raise.error} />}
    </InspectorPart>
  );
}
