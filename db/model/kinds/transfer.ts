/** Transfer of a case to another district: its steps, and who there owns what was ours. */
import { choice, instant, long, ref, required, text } from '../field.ts';
import { defineKind } from './define.ts';
import { firstLine } from './fact.ts';
import { instantSpan } from './plan.ts';

const part = { scope: 'case', area: 'transfer', lane: null, linkable: false, listed: false } as const;

/** What somebody must look after once the case is another's. */
export const RESPONSIBILITIES = ['clock', 'alarm_route', 'card', 'order', 'court_date', 'promise', 'other'] as const;
export type Responsibility = (typeof RESPONSIBILITIES)[number];

/**
 * A transfer: offered, received, read back, taken over. Each step says who and when. Until it is taken over the giver is
 * responsible; afterwards our copy is read only and is reviewed for deletion (politiregisterloven § 50).
 */
export const transfer = defineKind({
  ...part,
  kind: 'transfer',
  table: 'case_transfer',
  ownRoutes: 'all',
  tone: 'referral',
  icon: 'swap',
  fields: {
    toDistrict: required(text(120)),
    toUnit: text(120),
    offeredAt: instant(),
    offeredBy: text(120),
    receivedAt: instant(),
    receivedBy: text(120),
    readBackAt: instant(),
    readBackBy: text(120),
    /** What the receiver said in their own words. */
    readBackText: long(2_000),
    takenOverAt: instant(),
    takenOverBy: text(120),
    withdrawnAt: instant(),
    withdrawnBy: text(120),
    withdrawnReason: text(300),
    deletionReviewedAt: instant(),
    deletionReviewedBy: text(120),
    deletionOutcome: text(300),
  },
  title: (v) => firstLine(v.toDistrict),
  span: (v) => instantSpan(v.offeredAt, v.withdrawnAt ?? v.takenOverAt),
});

/** One responsibility in a transfer: who has it there, or why it is not handed over. */
export const transferItem = defineKind({
  ...part,
  kind: 'transfer_item',
  table: 'transfer_item',
  ownRoutes: 'written',
  tone: 'referral',
  icon: 'swap',
  fields: {
    transferId: required(ref('transfer', { hidden: true })),
    responsibility: required(choice(RESPONSIBILITIES)),
    /** What it is about, by kind and id: no content. Of one that was written by hand it is its own. */
    aboutKey: required(text(400, { hidden: true, coded: true })),
    aboutId: ref('*', { hidden: true }),
    /** Of one that no record tells. */
    itemText: text(300),
    newOwner: text(120),
    newOwnerContact: text(120),
    notHandedOver: text(300),
  },
  title: (v) => firstLine(v.itemText ?? v.newOwner ?? ''),
  span: () => null,
});
