import { z } from 'zod';
import type { RecordId } from '#model/ids.ts';
import { RESPONSIBILITIES } from '#model/kinds/transfer.ts';
import type { Values } from '#model/kinds.ts';
import type { OpenMatter } from '#model/transfer/matters.ts';
import { TRANSFER_STEPS, type TransferContradiction, type TransferStage } from '#model/transfer/state.ts';
import { idSchema } from './common.ts';
import { mutation, query } from './route.ts';

/** A transfer and where it stands. */
export interface TransferState {
  readonly id: RecordId;
  readonly values: Values<'transfer'>;
  readonly stage: TransferStage;
  /** Who is responsible now. */
  readonly responsible: 'giver' | 'receiver';
  /** Since when it waits for its next step, ms UTC. */
  readonly waitsSinceAt: number | null;
  readonly contradictions: readonly TransferContradiction[];
}

/** Who there has a matter, or why nobody. */
export interface TransferOwner {
  readonly itemId: RecordId;
  readonly newOwner: string | null;
  readonly newOwnerContact: string | null;
  readonly notHandedOver: string | null;
}

export interface TransferMatter extends OpenMatter {
  readonly owner: TransferOwner | null;
  /** False: it was open when it was given an owner, and is so no more. */
  readonly isOpen: boolean;
}

export interface TransferShown extends TransferState {
  /** What was open when it was taken over; until then what is open now. */
  readonly matters: readonly TransferMatter[];
}

/** The transfers of a case, newest first, and what is open now. */
export interface TransferView {
  readonly nowAt: number;
  readonly transfers: readonly TransferShown[];
  readonly open: readonly OpenMatter[];
}

const at = z.int().min(-62_135_596_800_000).max(253_402_300_799_999);
const name = z.string().max(120);

export const transferRoutes = {
  /** Where the transfers of a case stand, newest first: for its header. */
  'transfer.state': query<TransferState[]>()(z.strictObject({ caseId: idSchema })),

  'transfer.view': query<TransferView>()(z.strictObject({ caseId: idSchema })),

  'transfer.offer': mutation<{ id: RecordId }>()(
    z.strictObject({
      caseId: idSchema,
      toDistrict: name,
      toUnit: name.nullable().default(null),
      at,
      by: name.nullable().default(null),
    }),
  ),

  /** A step was taken. Once it is taken over the case is closed here and read only. */
  'transfer.step': mutation<null>()(
    z.strictObject({
      id: idSchema,
      step: z.enum([...TRANSFER_STEPS, 'withdrawn', 'deletion_reviewed']),
      at,
      by: name.nullable().default(null),
      /** What was told back, why it was withdrawn, what the review came to. */
      text: z.string().max(2_000).nullable().default(null),
    }),
  ),

  /** Names the new owner of a matter, or why it is not handed over; neither puts it back to open. */
  'transfer.assign': mutation<{ id: RecordId }>()(
    z.strictObject({
      transferId: idSchema,
      /** Of a matter written by hand: null, and its text. */
      key: z.string().max(400).nullable().default(null),
      responsibility: z.enum(RESPONSIBILITIES),
      aboutId: idSchema.nullable().default(null),
      itemText: z.string().max(300).nullable().default(null),
      newOwner: name.nullable().default(null),
      newOwnerContact: name.nullable().default(null),
      notHandedOver: z.string().max(300).nullable().default(null),
    }),
  ),
};
