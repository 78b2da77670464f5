import { choice, choices, instant, integer, ref, required, text } from '../field.ts';
import { defineKind } from './define.ts';
import { CHANNELS, factFields, factSpan, factTitle, factTitleEn, SENDERS } from './fact.ts';

const event = {
  scope: 'case',
  area: 'events',
  linkable: true,
  title: factTitle,
  titleEn: factTitleEn,
  span: factSpan,
} as const;

/** A threat: said, written or shown. */
export const threat = defineKind({
  ...event,
  kind: 'threat',
  caseFile: true,
  table: 'threat',
  tone: 'threat',
  icon: 'k-threat',
  fields: { ...factFields(), channels: choices(CHANNELS), sender: choice(SENDERS), weapon: text(200) },
  lane: () => 'threat',
});

/** Something that happened: violence, damage, being followed. */
export const incident = defineKind({
  ...event,
  kind: 'incident',
  caseFile: true,
  table: 'incident',
  tone: 'threat',
  icon: 'k-threat',
  fields: {
    ...factFields(),
    channels: choices(CHANNELS),
    sender: choice(SENDERS),
    weapon: text(200),
    /** Number in the operations centre's log. */
    logNumber: text(40, { keptFromCharged: true }),
  },
  lane: () => 'threat',
});

/** A contact with her, or of hers with the police or others; an entry can hold several between two times. */
export const contact = defineKind({
  ...event,
  kind: 'contact',
  caseFile: true,
  table: 'contact',
  tone: 'threat',
  icon: 'message',
  fields: {
    ...factFields(),
    channels: choices(CHANNELS),
    sender: choice(SENDERS),
    /** How many contacts this entry stands for. */
    contacts: integer(1, 100_000),
  },
  lane: () => 'threat',
});

/** Statuses from reported to decided; a report is not a breach, and every count names the status it counts. */
export const REPORT_STATUSES = ['reported', 'assessed', 'charged', 'decided', 'dismissed', 'not_a_breach'] as const;

/** A report to the police (anmeldelse). */
export const report = defineKind({
  ...event,
  kind: 'report',
  caseFile: true,
  table: 'report',
  tone: 'court',
  icon: 'flag',
  fields: {
    ...factFields(),
    number: text(40),
    status: choice(REPORT_STATUSES),
    logNumber: text(40, { keptFromCharged: true }),
  },
  lane: () => 'court',
});

/** An alarm she can raise (mobil voldsalarm). A kind of its own: not active before it was tested at handover. */
export const alarm = defineKind({
  kind: 'alarm',
  table: 'alarm',
  scope: 'case',
  tone: 'shield',
  icon: 'bell',
  area: 'measures',
  linkable: true,
  fields: {
    personId: ref('person'),
    unit: required(text(80, { keptFromCharged: true })),
    handedOutAt: instant(),
    handedOutBy: text(120),
    testedAt: instant(),
    checkedAt: instant(),
    grantedUntilAt: instant({ isEnd: true }),
    returnedAt: instant(),
    status: choice(['active', 'returned', 'lost', 'swapped']),
    instruction: text(300),
    codeWord: text(80, { protectable: 'always' }),
    duressWord: text(80, { protectable: 'always' }),
    /** Version of the instruction that the operations centre holds. */
    instructionVersion: text(40),
    extendedAt: instant(),
  },
  title: (v) => v.unit,
  span: (v) =>
    v.handedOutAt === null
      ? null
      : { startsAt: v.handedOutAt, endsAt: v.returnedAt ?? v.grantedUntilAt, precision: 'minute' },
  lane: () => 'shield',
});
