import { choice, instant, long, ref, required, text } from '../field.ts';
import { defineKind } from './define.ts';
import { firstLine } from './fact.ts';
import { instantSpan } from './plan.ts';

/** "Notify her": open until she has confirmed it herself. Sent is not notified. */
export const notification = defineKind({
  kind: 'notification',
  table: 'notification',
  scope: 'case',
  tone: 'need',
  icon: 'bell',
  area: 'overview',
  linkable: true,
  fields: {
    personId: ref('person'),
    about: required(choice(['release', 'escape', 'leave', 'order', 'hearing', 'breach', 'other'])),
    /** The entry it is about. */
    aboutId: ref('*'),
    text: long(2_000),
    openedAt: required(instant()),
    owner: text(120),
    confirmedByHerAt: instant(),
    confirmedHow: text(200),
  },
  title: (v) => firstLine(v.text ?? ''),
  span: (v) => instantSpan(v.openedAt, v.confirmedByHerAt),
  lane: null,
});

/** One attempt to reach her with a notice. */
export const notificationAttempt = defineKind({
  kind: 'notification_attempt',
  table: 'notification_attempt',
  scope: 'case',
  tone: 'need',
  icon: 'phone',
  area: 'overview',
  linkable: false,
  listed: false,
  fields: {
    notificationId: required(ref('notification')),
    attemptAt: required(instant()),
    reached: required(choice(['no_answer', 'message_left', 'spoke_with_her', 'not_safe_to_speak', 'through_other'])),
    byWhom: text(120),
    note: text(300),
  },
  title: (v) => firstLine(v.note ?? ''),
  span: (v) => instantSpan(v.attemptAt, v.attemptAt + 60_000),
  lane: null,
});

/** What the charged person has been given, and when (straffeprosessloven §§ 98, 242). */
export const disclosure = defineKind({
  kind: 'disclosure',
  table: 'disclosure',
  scope: 'case',
  tone: 'court',
  icon: 'export',
  area: 'court',
  linkable: true,
  fields: {
    givenAt: required(instant()),
    recipient: required(text(200)),
    personId: ref('person'),
    form: choice(['case_documents', 'lawyer_only', 'order_copy', 'inspection', 'oral', 'refused']),
    contents: long(4_000),
    /** Number of the copy that left the program. */
    copyNumber: text(40),
    decidedBy: text(120),
    note: text(300),
  },
  title: (v) => firstLine(v.recipient),
  span: (v) => instantSpan(v.givenAt, v.givenAt + 60_000),
  lane: null,
});
