import type { Box, BriefingBlock, BriefingSection } from '#model/briefing.ts';
import { orderState } from '#model/order-state.ts';
import type { Material } from '../material.ts';
import { alarmState, currentAlarms } from '../sections/alarm.ts';
import type { Words } from '../words.ts';

/**
 * What to do if. The sentence on a suspected breach is fixed: a card never orders an arrest, it names the law that
 * allows one (straffeprosessloven §§ 171, 176) and whom to call.
 */
export function whatIf(m: Material, w: Words): BriefingSection {
  const names = m.persons.filter(({ role }) => role === 'protected').map(({ person }) => person.values.name);
  const isInForce = m.order.some(({ values }) => orderState(values, m.now, m.case.values.zone) === 'in_force');
  const boxes: Box[] = [
    {
      heading: w.t('patrol.if.breach'),
      lines: [
        w.t('patrol.breach', { who: names.length === 0 ? w.t('patrol.her') : w.list(names) }),
        ...(isInForce ? [] : [w.t('patrol.notInForce')]),
      ],
      solid: true,
    },
  ];
  for (const alarm of currentAlarms(m)) {
    const { unit, instruction } = alarm.values;
    boxes.push({
      heading: w.t('patrol.if.alarm'),
      lines: [`${unit}: ${alarmState(alarm, m.now, w)}`, instruction || w.t('patrol.noInstruction')],
    });
  }
  const block: BriefingBlock = { type: 'boxes', items: boxes };
  return { id: 'what-if', heading: w.t('patrol.whatIf'), blocks: [block] };
}
