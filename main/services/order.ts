import type { orderRoutes } from '#contract/orders.ts';
import { readChainFacts } from '#db/reads/chain-facts.ts';
import { contradictionsOf } from '#model/contradictions.ts';
import type { RecordId } from '#model/ids.ts';
import type { BookRecord, Kind } from '#model/kinds.ts';
import { type Context, type Handlers, ServiceError } from './context.ts';
import { orderViews } from './order-view.ts';

type OrderRoutes = Extract<keyof typeof orderRoutes, `order.${string}`>;

export const orderHandlers: Handlers<OrderRoutes> = {
  async 'order.register'(context, { caseId }) {
    const { book, now } = context;
    const zone = await zoneOfCase(context, caseId);
    const facts = await readChainFacts(book, caseId);
    return { orders: await orderViews(book, caseId, facts, contradictionsOf(facts, zone), zone, now()) };
  },

  async 'order.contradictions'(context, { caseId }) {
    const zone = await zoneOfCase(context, caseId);
    return { contradictions: contradictionsOf(await readChainFacts(context.book, caseId), zone) };
  },

  async 'order.renew'(context, { id }) {
    const { book } = context;
    const old = await recordOf(context, 'order', id);
    const followers = await book.list('order', { caseId: caseOf(old) });
    const begun = followers.find(({ values }) => values.replacesId === id && values.stage !== 'refused');
    // One draft is enough: asking twice opens the one that is there.
    if (begun) return { id: begun.id };
    const terms = await book.list('order_term', { caseId: caseOf(old) });
    const { variant, respondentId, protectedId, electronicControl, ownHome, text, textEn } = old.values;
    const { actorId, placeId, referenceId, terms: words } = old.values;
    const { value } = await book.command('order.renew', async (tx) => {
      const draft = await tx.insert(
        'order',
        {
          stage: 'draft',
          replacesId: id,
          variant,
          respondentId,
          protectedId,
          electronicControl,
          ownHome,
          actorId,
          placeId,
          referenceId,
          text,
          textEn,
          terms: words,
        },
        { caseId: old.caseId },
      );
      const copied = terms.filter(({ values }) => values.orderId === id);
      await tx.insertMany(
        'order_term',
        copied.map(({ values }) => ({ values: { ...values, orderId: draft.id }, header: { caseId: old.caseId } })),
      );
      return draft.id;
    });
    return { id: value };
  },

  async 'order.serve'(context, { id, ...attempt }) {
    const order = await recordOf(context, 'order', id);
    const { value } = await context.book.command('order.serve', async (tx) => {
      const made = await tx.insert('order_service', { orderId: id, ...attempt }, { caseId: order.caseId });
      // What a first service said stays: a second one that differs is shown as a contradiction.
      if (attempt.outcome === 'served' && order.values.servedAt === null) {
        await tx.update('order', id, {
          servedAt: attempt.attemptAt,
          servedBy: attempt.byWhom,
          servedProof: attempt.proof,
          ...(order.values.knownSinceAt === null && { knownSinceAt: attempt.attemptAt }),
        });
      }
      return made.id;
    });
    return { id: value };
  },
};

/** The record, of the kind it must be. Throws NOT_FOUND. */
export async function recordOf<K extends Kind>({ book }: Context, kind: K, id: RecordId): Promise<BookRecord<K>> {
  const record = await book.find(id);
  if (record?.kind !== kind) throw new ServiceError('NOT_FOUND');
  return record as BookRecord<K>;
}

/** The case of a case record. */
export function caseOf({ caseId }: { readonly caseId: RecordId | null }): RecordId {
  if (caseId === null) throw new ServiceError('NOT_FOUND');
  return caseId;
}

/** IANA zone of a case. Throws NOT_FOUND. */
export async function zoneOfCase(context: Context, caseId: RecordId): Promise<string> {
  return (await recordOf(context, 'case', caseId)).values.zone;
}
