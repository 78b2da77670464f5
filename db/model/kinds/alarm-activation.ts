import { choice, instant, long, ref, required, text } from '../field.ts';
import { defineKind } from './define.ts';
import { firstLine } from './fact.ts';

/**
 * An activation of an alarm and what was done. Closed only by someone who saw her or heard the code word. It is never
 * an incident or a breach by itself, and an unintended one never lowers a risk.
 */
export const alarmActivation = defineKind({
  kind: 'alarm_activation',
  table: 'alarm_activation',
  scope: 'case',
  tone: 'shield',
  icon: 'bell',
  area: 'measures',
  linkable: true,
  fields: {
    alarmId: required(ref('alarm')),
    activatedAt: required(instant()),
    answeredAt: instant(),
    spokenWithAt: instant(),
    patrolAt: instant(),
    outcome: choice(['real', 'unintended', 'technical', 'test', 'unknown']),
    text: long(4_000),
    logNumber: text(40),
    closedAt: instant(),
    closedBy: text(120),
    closedHow: choice(['seen', 'code_word']),
  },
  title: (v) => firstLine(v.text ?? ''),
  span: (v) => ({ startsAt: v.activatedAt, endsAt: v.closedAt ?? v.activatedAt + 60_000, precision: 'minute' }),
  lane: () => 'shield',
  check: (v) => {
    if (v.closedAt === null) return null;
    if (v.closedAt < v.activatedAt) return { field: 'closedAt', code: 'END_BEFORE_START' };
    if (v.closedHow === null) return { field: 'closedHow', code: 'REQUIRED' };
    return v.closedBy === null ? { field: 'closedBy', code: 'REQUIRED' } : null;
  },
});
