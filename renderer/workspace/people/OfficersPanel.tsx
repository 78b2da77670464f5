import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownRecord } from '#contract/record.ts';
import type { RecordId } from '#model/ids.ts';
import { OFFICER_DUTIES } from '#model/kinds/standing.ts';
import type { Values } from '#model/kinds.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useCommands } from '#renderer/ui/commands.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { useNow } from '#renderer/ui/use-now.ts';
import { useEdit } from '../edit.ts';
import { type Duty, OfficerDialog } from './OfficerDialog.tsx';
import './officers.css';

type Officer = Values<'case_officer'>;

/** Parts that every case has somebody for; without anybody the row says so. */
const EXPECTED: readonly Duty[] = OFFICER_DUTIES.filter((duty) => duty !== 'deputy' && duty !== 'other');

/** Who has which part in the case: since when, how to reach them, who stands in; and who had it before. */
export function OfficersPanel({ caseId }: { caseId: RecordId }) {
  const { t } = useTranslation('officers');
  const words = useRecordWords();
  const now = useNow();
  const list = useRoute('record.list', { kinds: ['case_officer'], caseId });
  const [entering, setEntering] = useState<Duty | null>(null);
  const all = list.data?.records ?? [];
  const holds = ({ values }: ShownRecord) => {
    const { fromAt, toAt } = values as Officer;
    return (fromAt === null || fromAt <= now) && (toAt === null || toAt > now);
  };
  const current = all.filter(holds);
  const others = all.filter((one) => !holds(one)).sort((a, b) => sinceOf(b) - sinceOf(a));
  const named = current.filter(({ values }) => !EXPECTED.includes(values.duty as Duty) && values.duty !== 'deputy');
  useCommands([
    { id: 'officer.set', label: t('set'), icon: 'badge', run: () => setEntering('responsible_prosecutor') },
  ]);
  return (
    <Panel
      icon="badge"
      title={t('title')}
      flush
      className="vb-officers"
      actions={
        <Button size="sm" icon="plus" onClick={() => setEntering('responsible_prosecutor')}>
          {t('set')}
        </Button>
      }
    >
      <ErrorNotice error={list.error} />
      <ul>
        {EXPECTED.map((duty) => {
          const holders = current.filter(({ values }) => values.duty === duty);
          return (
            <li key={duty}>
              <b>{words.option('duty', duty)}</b>
              <span>
                {list.data && holders.length === 0 && <span className="vb-muted">{t('none')}</span>}
                {holders.map((one) => (
                  <Holder key={one.id} officer={one} deputies={deputiesOf(one.id, current)} />
                ))}
              </span>
              <Button
                size="sm"
                variant="quiet"
                aria-label={`${t(holders.length > 0 ? 'change' : 'enter')}: ${words.option('duty', duty)}`}
                onClick={() => setEntering(duty)}
              >
                {t(holders.length > 0 ? 'change' : 'enter')}
              </Button>
            </li>
          );
        })}
        {named.map((one) => (
          <li key={one.id}>
            <b>{words.option('duty', String(one.values.duty))}</b>
            <Holder officer={one} deputies={[]} />
            <span />
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <details>
          <summary>{t('earlier', { count: others.length })}</summary>
          <ul>
            {others.map((one) => (
              <li key={one.id}>
                <b>{words.option('duty', String(one.values.duty))}</b>
                <Holder officer={one} deputies={[]} />
                <span />
              </li>
            ))}
          </ul>
        </details>
      )}
      {entering && (
        <OfficerDialog caseId={caseId} duty={entering} holders={current} onClose={() => setEntering(null)} />
      )}
    </Panel>
  );
}

function Holder({ officer, deputies }: { officer: ShownRecord; deputies: readonly ShownRecord[] }) {
  const { t } = useTranslation('officers');
  const time = useTimeWords();
  const edit = useEdit();
  const { name, phone, unit, fromAt, toAt } = officer.values as Officer;
  const term = [
    fromAt !== null && t('since', { date: time.date(fromAt) }),
    toAt !== null && t('until', { date: time.date(toAt - 1) }),
  ];
  return (
    <span className="vb-officer">
      <button type="button" className="vb-own-quote" onClick={() => edit.open(officer.id)}>
        <strong>{name}</strong> {[phone, unit].filter(Boolean).join(', ')}
        <span className="vb-muted"> {term.filter(Boolean).join(', ')}</span>
      </button>
      {deputies.map((one) => (
        <button type="button" className="vb-own-quote" key={one.id} onClick={() => edit.open(one.id)}>
          {t('deputy', { who: [one.values.name, one.values.phone].filter(Boolean).join(', ') })}
        </button>
      ))}
    </span>
  );
}

function deputiesOf(id: RecordId, current: readonly ShownRecord[]): ShownRecord[] {
  return current.filter(({ values }) => values.deputyForId === id);
}

function sinceOf({ values }: ShownRecord): number {
  return (values as Officer).fromAt ?? 0;
}
