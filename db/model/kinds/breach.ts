import { choice, choices, flag, instant, integer, long, ref, text, when } from '../field.ts';
import { defineKind } from './define.ts';
import { REPORT_STATUSES } from './event.ts';
import { CHANNELS, factFields, factSpan, factTitle, factTitleEn, SENDERS } from './fact.ts';

/** How the police came to know of it. */
const REPORT_WAYS = ['alarm', 'call_112', 'operations_centre', 'in_person', 'patrol', 'lawyer', 'other'] as const;

/**
 * A possible breach of an order: one contact, or an entry with several contacts between two times (a pasted call list).
 * The program never decides that it is one.
 */
export const breach = defineKind({
  kind: 'breach',
  caseFile: true,
  table: 'breach',
  scope: 'case',
  tone: 'breach',
  icon: 'k-breach',
  area: 'orders',
  linkable: true,
  fields: {
    ...factFields(),
    orderId: ref('order'),
    channels: choices(CHANNELS),
    sender: choice(SENDERS),
    /** How many contacts this entry stands for. */
    contacts: integer(1, 100_000),
    discovered: when(),
    status: choice(REPORT_STATUSES),
    /** When a lawyer's decision was made (juristens beslutning), ms UTC. */
    decidedAt: instant(),
    logNumber: text(40, { keptFromCharged: true }),
    /** When it ended; of several contacts, the last one. */
    endedAt: instant(),
    /** Why the sender is thought to be him, where that is probable. */
    senderWhy: text(300),
    /** When it was reported to the police, and how. */
    reportedAt: instant({ keptFromCharged: true }),
    reportedHow: choice(REPORT_WAYS, { keptFromCharged: true }),
    reportedBy: text(120, { keptFromCharged: true }),
    /** The call at night: is she safe, where is he, weapon, children. */
    safeNow: flag({ keptFromCharged: true }),
    whereHeIs: text(200, { keptFromCharged: true }),
    weapon: text(200),
    childrenText: text(300, { keptFromCharged: true }),
    /** Who saw, heard or knows, each on a line of their own. */
    witnesses: long(4_000),
    /** What she says she needs now. */
    needsNow: long(2_000, { keptFromCharged: true }),
    /** Since when he knew of the order. */
    knownSinceAt: instant(),
    statusReason: text(300, { keptFromCharged: true }),
    referenceId: ref('case_reference'),
  },
  title: factTitle,
  titleEn: factTitleEn,
  span: factSpan,
  lane: () => 'breach',
});
