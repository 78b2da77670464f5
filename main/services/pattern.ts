import type { patternRoutes } from '#contract/pattern.ts';
import type { Tx } from '#db/book.ts';
import { caseMemoryOf } from '#db/reads/case-memory.ts';
import { readPlaceNames } from '#db/reads/places.ts';
import type { RecordId } from '#model/ids.ts';
import { type AnyRecord, fieldsOf, type NewValues } from '#model/kinds.ts';
import type { Channel } from '#model/pattern/events.ts';
import { readPattern } from '#model/pattern/read-pattern.ts';
import { uncoveredHours } from '#model/pattern/uncovered.ts';
import { type UnderOrder, underOrder } from '#model/pattern/under-order.ts';
import { patternView, recordsBehind } from '#model/pattern/view.ts';
import { coverageOf } from '#model/plan/coverage.ts';
import { indexPlan } from '#model/plan/plan-index.ts';
import { startOfDay } from '#model/time.ts';
import { onlyOrderAt } from './breach.ts';
import { type Context, type Handlers, ServiceError } from './context.ts';
import { zoneOfCase } from './order.ts';
import { readWindow } from './plan/read.ts';

const HOUR_MS = 60 * 60 * 1_000;
const WEEK_MS = 7 * 24 * HOUR_MS;
/** So many episodes are gone through in one sitting. */
const MOST_NEXT = 200;

export const patternHandlers: Handlers<keyof typeof patternRoutes> = {
  async 'pattern.view'(context, question) {
    const { at, pattern } = await patternOf(context, question);
    const places = pattern.places.flatMap(({ placeId }) => placeId ?? []);
    return { at, pattern: patternView(pattern, await readPlaceNames(context.book, places)) };
  },

  async 'pattern.records'(context, { part, limit, ...question }) {
    if (part.type === 'under_order') {
      const during = await readUnderOrder(context.book, question.caseId, context.now());
      const all = during[part.which];
      return { total: all.length, episodes: all.slice(-limit) };
    }
    const { pattern } = await patternOf(context, question);
    const ids = recordsBehind(pattern, part);
    const shown = new Set(ids.slice(-limit));
    return { total: ids.length, episodes: pattern.episodes.filter(({ id }) => shown.has(id)) };
  },

  async 'pattern.uncovered'(context, { caseId }) {
    const zone = await zoneOfCase(context, caseId);
    const fromAt = Math.floor(context.now() / HOUR_MS) * HOUR_MS;
    const { window } = await readWindow(context, { caseId, fromAt, toAt: fromAt + WEEK_MS });
    const needs = new Set(window.needs.map(({ id }) => id)).size;
    return { fromAt, needs, hours: uncoveredHours(coverageOf(indexPlan(window)), fromAt, zone) };
  },

  async 'pattern.under_order'({ book, now }, { caseId }) {
    const { orders, breaches, notBreaches, open } = await readUnderOrder(book, caseId, now());
    return {
      orders,
      breaches: breaches.length,
      notBreaches: notBreaches.length,
      open: open.length,
      next: open.slice(0, MOST_NEXT),
    };
  },

  async 'pattern.look'(context, input) {
    const { book, now } = context;
    const { caseId, id, verdict } = input;
    const { open } = await readUnderOrder(book, caseId, now());
    if (!open.some((one) => one.id === id)) throw new ServiceError('NOT_FOUND');
    const event = await book.find(id);
    if (!event) throw new ServiceError('NOT_FOUND');
    const orderId = await onlyOrderAt(
      book,
      caseId,
      event.startsAt ?? event.createdAt,
      await zoneOfCase(context, caseId),
    );
    const { value } = await book.command('pattern.look', async (tx) => {
      const breachId = verdict === 'breach' ? await enterAsBreach(tx, event, caseId, orderId) : null;
      const reason = input.verdict === 'not_a_breach' ? input.reason : null;
      await tx.insert('breach_review', { aboutId: id, verdict, breachId, reason }, { caseId });
      return breachId;
    });
    return { breachId: value };
  },
};

interface Question {
  readonly caseId: RecordId;
  readonly at: number | null;
  readonly channel: Channel | null;
  readonly weeks: number | null;
}

async function patternOf({ book, now }: Context, { caseId, at: asked, channel, weeks }: Question) {
  const at = asked ?? now();
  const records = await caseMemoryOf(book).read(caseId);
  if (!records) throw new ServiceError('NOT_FOUND');
  const fromAt = weeks === null ? undefined : startOfDay(at, records.zone, -7 * weeks);
  return { at, pattern: readPattern(records, at, { channel: channel ?? undefined, fromAt }) };
}

/** Reads what was done during an order, with what people have looked at. Throws ServiceError NOT_FOUND. */
export async function readUnderOrder(book: Context['book'], caseId: RecordId, at: number): Promise<UnderOrder> {
  const [records, reviews] = await Promise.all([
    caseMemoryOf(book).read(caseId),
    book.list('breach_review', { caseId }),
  ]);
  if (!records) throw new ServiceError('NOT_FOUND');
  const looked = reviews.flatMap(({ values }) => (values.verdict === 'not_a_breach' ? [values.aboutId] : []));
  return underOrder(records, new Set(looked), at);
}

/** Why the episode itself is struck, for the log: it counts once. */
const ENTERED = 'entered_as_breach';

/** The same fact as a reported breach, in its own words and times; what was told first is struck and stays readable. */
async function enterAsBreach(tx: Tx, event: AnyRecord, caseId: RecordId, orderId: RecordId | null): Promise<RecordId> {
  const shared = fieldsOf('breach').flatMap(([name]) =>
    event.values[name] === undefined ? [] : [[name, event.values[name]]],
  );
  const values = { ...(Object.fromEntries(shared) as NewValues<'breach'>), orderId, status: 'reported' } as const;
  const { id } = await tx.insert('breach', values, { caseId });
  await tx.remove(event.id, ENTERED);
  return id;
}
