/** What must hold, apart from what is planned for it: needs for protection, and what can raise them. */
import { choice, instant, integer, local, long, ref, required, text, when } from '../field.ts';
import { defineKind, whenSpan } from './define.ts';
import { firstLine } from './fact.ts';
import { checkSeries, recurrence, seriesSpan } from './plan.ts';

/** What a need asks for; only presence covers it (guard at the place, escort on the way, patrol, shielded place). */
export const PROTECTION_LEVELS = ['guard', 'escort', 'patrol', 'shielded'] as const;
export type ProtectionLevel = (typeof PROTECTION_LEVELS)[number];

/**
 * A need for protection: a window, once or recurring, in which a level must hold for a person. It follows the person:
 * its place is where she is planned to be, and what is planned elsewhere covers nothing.
 */
export const need = defineKind({
  kind: 'need',
  table: 'protection_need',
  scope: 'case',
  tone: 'need',
  icon: 'k-need',
  area: 'measures',
  linkable: true,
  fields: {
    /** In her words where she has named it: «Sove trygt». */
    label: required(text(120)),
    personId: ref('person'),
    wishId: ref('wish'),
    protectionLevel: required(choice(PROTECTION_LEVELS)),
    /** For a patrol: how soon it must be there, minutes. */
    responseMinutes: integer(1, 600),
    placeId: ref('place'),
    headcount: integer(0, 999),
    fromLocal: required(local()),
    toLocal: local(),
    recurrence: recurrence(),
    raisedBy: required(choice(['manual', 'contingency', 'calendar_risk'])),
    calendarRiskId: ref('calendar_risk'),
    reason: long(2_000),
    /** What ends it, in words; and when that is looked at, ms UTC. */
    endsWhen: text(300),
    reviewAt: instant(),
    /** Declined by her is neither a gap nor calm. */
    status: required(choice(['active', 'declined', 'ended'])),
  },
  title: (v) => v.label,
  span: seriesSpan,
  lane: () => 'need',
  check: checkSeries,
});

/** A qualification that a need or a measure asks for, and of how many. */
export const requiredQualification = defineKind({
  kind: 'required_qualification',
  table: 'required_qualification',
  scope: 'case',
  tone: 'assess',
  icon: 'seal',
  area: 'measures',
  linkable: false,
  listed: false,
  fields: {
    /** The need or the measure. */
    ownerId: required(ref('*', { hidden: true })),
    qualificationId: required(ref('qualification')),
    /** How many of those on duty must hold it; null is one. */
    headcount: integer(1, 999),
  },
  title: () => '',
  span: () => null,
  lane: null,
});

/**
 * A date that can make her less safe, or something that may happen on no date yet, with the need it raises. Without a
 * date it is the written contingency: what is done when it happens.
 */
export const calendarRisk = defineKind({
  kind: 'calendar_risk',
  table: 'calendar_risk',
  scope: 'case',
  tone: 'court',
  icon: 'calendar',
  area: 'measures',
  linkable: true,
  fields: {
    type: required(choice(['release', 'court_date', 'child_exchange', 'order_expiry', 'holiday', 'other'])),
    text: long(2_000),
    date: when(),
    personId: ref('person'),
    /** The hearing, order or remand it comes from. */
    recordId: ref('*', { hidden: true }),
    /** What it raises: level and headcount, from hours before until hours after. */
    protectionLevel: choice(PROTECTION_LEVELS),
    headcount: integer(0, 999),
    hoursBefore: integer(0, 2_400),
    hoursAfter: integer(0, 2_400),
  },
  title: (v) => firstLine(v.text ?? ''),
  span: (v) => whenSpan(v.date),
  lane: () => 'court',
});
