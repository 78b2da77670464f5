import type { TransferMatter, TransferShown, TransferState, transferRoutes } from '#contract/transfer.ts';
import { readBriefs } from '#db/reads/brief.ts';
import { readCaseRecords } from '#db/reads/case-records.ts';
import { readClockFacts } from '#db/reads/clocks/clock-facts.ts';
import { VALID_MS } from '#main/briefing/build.ts';
import { listCopies } from '#main/briefing/copies.ts';
import type { Profile } from '#model/briefing.ts';
import { Known } from '#model/flags/known.ts';
import { openPromises } from '#model/flags/rules/promise-unanswered.ts';
import { newRecordId, type RecordId } from '#model/ids.ts';
import type { BookRecord, NewValues } from '#model/kinds.ts';
import { type OpenMatter, openMatters } from '#model/transfer/matters.ts';
import { responsibleAt, stageAt, transferContradictions, waitsSince } from '#model/transfer/state.ts';
import { clocksOf } from './clock.ts';
import { type Context, type Handlers, ServiceError } from './context.ts';

export const transferHandlers: Handlers<keyof typeof transferRoutes> = {
  async 'transfer.state'({ book, now }, { caseId }) {
    return (await transfersOf(book, caseId)).map((one) => stateOf(one, now()));
  },

  async 'transfer.view'(context, { caseId }) {
    const nowAt = context.now();
    const transfers = await transfersOf(context.book, caseId);
    const open = await mattersAt(context, caseId, nowAt);
    const items = await context.book.list('transfer_item', { caseId });
    return {
      nowAt,
      transfers: await Promise.all(transfers.map((one) => shown(context, caseId, one, items, open, nowAt))),
      open,
    };
  },

  async 'transfer.offer'({ book }, { caseId, toDistrict, toUnit, at, by }) {
    const values = { toDistrict, toUnit, offeredAt: at, offeredBy: by };
    const { value } = await book.command('transfer.offer', (tx) => tx.insert('transfer', values, { caseId }));
    return { id: value.id };
  },

  async 'transfer.step'({ book }, { id, step, at, by, text }) {
    await book.command('transfer.step', async (tx) => {
      const found = await tx.find(id);
      if (found?.kind !== 'transfer' || found.struckAt !== null) throw new ServiceError('NOT_FOUND');
      await tx.update('transfer', id, patchOf(step, at, by, text));
      // Its clocks and work are theirs from now on; one undo opens it again.
      if (step === 'taken_over' && found.caseId !== null) await tx.update('case', found.caseId, { status: 'closed' });
    });
    return null;
  },

  async 'transfer.assign'({ book }, { transferId, key, ...given }) {
    const { value } = await book.command('transfer.assign', async (tx) => {
      const found = await tx.find(transferId);
      if (found?.kind !== 'transfer' || found.struckAt !== null) throw new ServiceError('NOT_FOUND');
      const aboutKey = key ?? `other:${newRecordId()}`;
      const there = await tx.first<{ id: RecordId }>(
        `SELECT i.id FROM transfer_item i JOIN record r ON r.id = i.id
         WHERE i.transfer_id = ? AND i.about_key = ? AND r.struck_at IS NULL`,
        [transferId, aboutKey],
      );
      if (there) return (await tx.update('transfer_item', there.id, given)).id;
      const values = { ...given, transferId, aboutKey };
      return (await tx.insert('transfer_item', values, { caseId: found.caseId as RecordId })).id;
    });
    return { id: value };
  },
};

type Step = Parameters<(typeof transferHandlers)['transfer.step']>[1]['step'];

function patchOf(step: Step, at: number, by: string | null, text: string | null): NewValues<'transfer'> {
  const patch: Partial<NewValues<'transfer'>> = {
    offered: { offeredAt: at, offeredBy: by },
    received: { receivedAt: at, receivedBy: by },
    read_back: { readBackAt: at, readBackBy: by, readBackText: text },
    taken_over: { takenOverAt: at, takenOverBy: by },
    withdrawn: { withdrawnAt: at, withdrawnBy: by, withdrawnReason: text },
    deletion_reviewed: { deletionReviewedAt: at, deletionReviewedBy: by, deletionOutcome: text },
  }[step];
  return patch as NewValues<'transfer'>;
}

/** The transfers of a case, newest first. */
async function transfersOf(book: Context['book'], caseId: RecordId): Promise<BookRecord<'transfer'>[]> {
  const all = await book.list('transfer', { caseId });
  return all.sort((a, b) => (b.values.offeredAt ?? b.createdAt) - (a.values.offeredAt ?? a.createdAt));
}

function stateOf({ id, values }: BookRecord<'transfer'>, now: number): TransferState {
  return {
    id,
    values,
    stage: stageAt(values, now),
    responsible: responsibleAt(values, now),
    waitsSinceAt: waitsSince(values, now),
    contradictions: transferContradictions(values),
  };
}

async function shown(
  context: Context,
  caseId: RecordId,
  transfer: BookRecord<'transfer'>,
  all: readonly BookRecord<'transfer_item'>[],
  open: readonly OpenMatter[],
  nowAt: number,
): Promise<TransferShown> {
  const state = stateOf(transfer, nowAt);
  const { takenOverAt } = transfer.values;
  const isOver = state.stage === 'taken_over' && takenOverAt !== null;
  const matters = isOver ? await mattersAt(context, caseId, takenOverAt) : open;
  const items = new Map(
    all.filter(({ values }) => values.transferId === transfer.id).map((item) => [item.values.aboutKey, item]),
  );
  const left = [...items.values()].filter(({ values }) => !matters.some(({ key }) => key === values.aboutKey));
  const briefs = await readBriefs(
    context.book,
    left.flatMap(({ values }) => values.aboutId ?? []),
  );
  return {
    ...state,
    matters: [
      ...matters.map((one): TransferMatter => ({ ...one, isOpen: true, owner: ownerOf(items.get(one.key)) })),
      ...left.map((item): TransferMatter => {
        const { aboutKey, aboutId, responsibility, itemText } = item.values;
        const about = briefs.find(({ id }) => id === aboutId);
        return {
          key: aboutKey,
          responsibility,
          aboutId,
          kind: about?.kind ?? null,
          title: itemText ?? about?.title ?? '',
          titleEn: itemText === null ? (about?.titleEn ?? null) : null,
          clock: null,
          profile: null,
          dueAt: null,
          isOpen: itemText !== null,
          owner: ownerOf(item),
        };
      }),
    ],
  };
}

function ownerOf(item: BookRecord<'transfer_item'> | undefined): TransferMatter['owner'] {
  if (!item) return null;
  const { newOwner, newOwnerContact, notHandedOver } = item.values;
  return { itemId: item.id, newOwner, newOwnerContact, notHandedOver };
}

async function mattersAt(context: Context, caseId: RecordId, at: number): Promise<OpenMatter[]> {
  const { book } = context;
  const [facts, alarms, orders, courtSteps, records, copies] = await Promise.all([
    readClockFacts(book, caseId),
    book.list('alarm', { caseId }),
    book.list('order', { caseId }),
    book.list('court_step', { caseId }),
    readCaseRecords(book, caseId),
    listCopies(book, caseId),
  ]);
  const cards = new Map<string, number>();
  for (const copy of copies) {
    const lasts = VALID_MS[copy.profile as Profile];
    if (lasts !== undefined && copy.at <= at)
      cards.set(copy.profile, Math.max(cards.get(copy.profile) ?? 0, copy.at + lasts));
  }
  return openMatters(
    {
      clocks: await clocksOf(context, facts, at),
      alarms,
      orders,
      courtSteps,
      promises: records ? openPromises(new Known(records, at)) : [],
      cards: [...cards].map(([profile, validUntilAt]) => ({ profile, validUntilAt })),
    },
    at,
  );
}
