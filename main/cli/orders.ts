import { readCaseRecords } from '#db/reads/case-records.ts';
import { readChainFacts } from '#db/reads/chain-facts.ts';
import type { Context } from '#main/services/context.ts';
import { factsAsOf } from '#model/chain/as-of.ts';
import { chainsOf } from '#model/chain/chain.ts';
import { contradictionsOf } from '#model/contradictions.ts';
import { dateText } from '#model/flags/since.ts';
import { funnelOf, toCourt } from '#model/funnel.ts';
import type { RecordId } from '#model/ids.ts';
import type { Values } from '#model/kinds.ts';
import { orderState } from '#model/order-state.ts';
import { endOfOrder, latestEnd } from '#model/order-term.ts';
import { unprotectedOf } from '#model/unprotected.ts';
import type { When } from '#model/when.ts';
import type { Call } from './args.ts';
import { askedAt } from './at.ts';
import { CommandError } from './errors.ts';

/** The orders of a case with how each stands at `--at`, its attempts of service and the breaches that refer to it. */
export async function listOrders(context: Context, caseId: RecordId, call: Call) {
  const { facts, zone, at } = await read(context, caseId, call);
  const contradictions = contradictionsOf(facts, zone);
  return facts.order.map(({ id, title, values }) => ({
    id,
    title,
    variant: values.variant,
    state: orderState(values, at, zone),
    made: text(values.happened),
    decided: instant(values.decidedAt),
    served: instant(values.servedAt),
    from: instant(values.fromAt),
    to: instant(values.toAt),
    latestEnd: instant(latestEnd(values, zone)),
    end: endTold(values, zone),
    replaces: values.replacesId,
    service: facts.order_service
      .filter(({ values: one }) => one.orderId === id)
      .map(({ values: one }) => ({ at: instant(one.attemptAt), outcome: one.outcome })),
    breaches: facts.breach.filter(({ values: one }) => one.orderId === id).map((one) => one.id),
    contradictions: contradictions
      .filter(({ sides }) => sides.some((side) => side.recordId === id))
      .map(({ code }) => code),
  }));
}

/** The breaches of a case, each with what followed it and after how long; then how far they came, and times without any measure. */
export async function listBreaches(context: Context, caseId: RecordId, call: Call) {
  const { facts, records, zone, at } = await read(context, caseId, call);
  const chains = chainsOf(facts);
  return {
    breaches: chains.map((chain) => {
      const { values, id, title } = chain.breach;
      const court = toCourt(chain);
      return {
        id,
        title,
        order: values.orderId,
        happened: text(values.happened),
        status: values.status,
        sender: values.sender,
        contacts: values.contacts,
        arrested: chain.entries.some(({ step }) => step === 'arrested' || step === 'remand_decided'),
        daysToCourt: court?.since.days ?? null,
        chain: chain.entries.map(({ step, measured, since, readings }) => ({
          step,
          at: text(measured.at),
          minutes: since.minutes,
          days: since.days,
          record: measured.recordId,
          link: measured.link,
          readings: readings.length,
        })),
      };
    }),
    funnel: funnelOf(chains),
    contradictions: contradictionsOf(facts, zone).map(({ code, sides, settled }) => ({
      code,
      settled,
      records: [...new Set(sides.map(({ recordId }) => recordId))],
    })),
    withoutMeasure: unprotectedOf(records, at).map(({ fromAt, toAt, days, after, before }) => ({
      from: instant(fromAt),
      to: instant(toAt),
      days,
      after,
      before,
    })),
  };
}

/** A case as it was known at `--at`. Reading a case is one line in the use log. */
async function read(context: Context, caseId: RecordId, call: Call) {
  const { book } = context;
  await book.use('open', { recordId: caseId });
  const records = await readCaseRecords(book, caseId);
  if (!records) throw new CommandError('NOT_FOUND', 'no such case');
  const { zone } = records;
  const at = askedAt(call, zone, context.now());
  return { facts: factsAsOf(await readChainFacts(book, caseId), records, at), records, zone, at };
}

/** When it is over by itself: as entered, or at the latest by the longest term of the law, which is a reading. */
function endTold(values: Values<'order'>, zone: string) {
  const end = endOfOrder(values, zone);
  if (end === null) return null;
  return { at: instant(end.at), from: end.longest === null ? 'entered' : 'longest_term', source: end.longest };
}

function text(when: When | null): string | null {
  return when && dateText(when);
}

function instant(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
