import type { BriefingSection, KeyValue } from '#model/briefing.ts';
import type { BookRecord } from '#model/kinds.ts';
import type { Material } from '../material.ts';
import type { Words } from '../words.ts';

type Alarm = BookRecord<'alarm'>;

/** Alarms she can raise: what each is, whether it works, until when. Not active before it was tested at handover. */
export function alarms(m: Material, w: Words): BriefingSection {
  const current = currentAlarms(m);
  return {
    id: 'alarm',
    heading: w.t('alarm.heading'),
    blocks:
      current.length === 0
        ? [{ type: 'empty', text: w.t('alarm.none') }]
        : current.map((alarm) => ({ type: 'facts', items: alarmFacts(alarm, m, w) })),
  };
}

/** Alarms that are out: neither returned nor swapped for another. */
export function currentAlarms(m: Material): Alarm[] {
  return m.alarm.filter(({ values }) => {
    const isBack = values.returnedAt !== null && values.returnedAt <= m.now;
    return !isBack && values.status !== 'returned' && values.status !== 'swapped';
  });
}

export function alarmState({ values }: Alarm, now: number, w: Words): string {
  if (values.status === 'lost') return w.t('alarm.is.lost');
  if (values.grantedUntilAt !== null && values.grantedUntilAt <= now) return w.t('alarm.is.expired');
  return values.testedAt === null ? w.t('alarm.is.untested') : w.t('alarm.is.active');
}

function alarmFacts(alarm: Alarm, m: Material, w: Words): KeyValue[] {
  const { values } = alarm;
  const holder = values.personId && m.nameOf(values.personId);
  const items: KeyValue[] = [
    { key: w.t('alarm.unit'), value: [values.unit, holder].filter(Boolean).join(', '), strong: true },
    { key: w.t('alarm.state'), value: alarmState(alarm, m.now, w), strong: true },
  ];
  const add = (key: keyof Alarm['values'], value: string | null) => {
    if (value) items.push({ key: w.t(`kinds:field.${key}`), value });
  };
  const at = (value: number | null): string | null => (value === null ? null : w.at(value));
  add('handedOutAt', [at(values.handedOutAt), values.handedOutBy].filter(Boolean).join(', '));
  add('testedAt', at(values.testedAt) ?? w.t('alarm.notTested'));
  add('checkedAt', at(values.checkedAt) ?? w.t('alarm.notChecked'));
  add('grantedUntilAt', at(values.grantedUntilAt));
  add('instruction', values.instruction);
  add('codeWord', values.codeWord);
  add('duressWord', values.duressWord);
  return items;
}
