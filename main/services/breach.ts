import type {
  ActorView,
  BreachRow,
  BreachView,
  orderRoutes,
  SameArrest,
  ShownEntry,
  ShownReading,
} from '#contract/orders.ts';
import type { Book } from '#db/book.ts';
import { readChainFacts } from '#db/reads/chain-facts.ts';
import { type BreachChain, chainOf, chainsOf, entryOf } from '#model/chain/chain.ts';
import type { ChainFacts } from '#model/chain/facts.ts';
import type { Reading } from '#model/chain/readings.ts';
import { contradictionsOf } from '#model/contradictions.ts';
import { funnelOf } from '#model/funnel.ts';
import type { RecordId } from '#model/ids.ts';
import type { BookRecord, Values } from '#model/kinds.ts';
import { learnedLater } from '#model/learned-later.ts';
import { orderState } from '#model/order-state.ts';
import { whenAtMinute } from '#model/when.ts';
import type { Handlers } from './context.ts';
import { actorOf, openCustodyOf, threatActorsOf } from './custody.ts';
import { caseOf, recordOf, zoneOfCase } from './order.ts';
import { orderViews } from './order-view.ts';
import { showRecord } from './show.ts';

type BreachRoutes = Extract<keyof typeof orderRoutes, `breach.${string}`>;

export const breachHandlers: Handlers<BreachRoutes> = {
  async 'breach.list'({ book }, { caseId }) {
    const chains = chainsOf(await readChainFacts(book, caseId));
    const { rows, contacts } = funnelOf(chains);
    return { breaches: chains.map(breachRow).reverse(), funnel: rows, contacts };
  },

  async 'breach.view'(context, { id }) {
    const { book, now } = context;
    const breach = await recordOf(context, 'breach', id);
    const caseId = caseOf(breach);
    const zone = await zoneOfCase(context, caseId);
    const facts = await readChainFacts(book, caseId);
    const chain = chainOf(breach, facts);
    const contradictions = contradictionsOf(facts, zone);
    const orders = await orderViews(book, caseId, facts, contradictions, zone, now());
    const evidence = await book.list('evidence', { caseId });
    const place = facts.breach.findIndex((one) => one.id === id);
    const arrest = arrestOf(chain, facts);
    const remand = remandOf(chain, facts);
    const mine = new Set([id, ...chain.entries.flatMap(({ readings }) => readings.map(({ recordId }) => recordId))]);
    const view: BreachView = {
      breach: showRecord(breach),
      order: orders.find(({ order }) => order.id === breach.values.orderId) ?? null,
      number: place + 1,
      total: facts.breach.length,
      previousId: facts.breach[place - 1]?.id ?? null,
      nextId: place < 0 ? null : (facts.breach[place + 1]?.id ?? null),
      chain: chain.entries.map((entry): ShownEntry => {
        const { step, measured, readings, since } = entry;
        return { step, measured: shown(measured), readings: readings.map(shown), ...since };
      }),
      arrest: arrest && showRecord(arrest),
      remand: remand && { id: remand.id, untilAt: remand.values.untilAt, isOver: remand.values.releasedAt !== null },
      sharedById: facts.response_step.find(({ values }) => isShare(values, id))?.id ?? null,
      sameArrests: arrest ? [] : arrestsNear(breach, facts),
      actorId: await actorOf(book, caseId, breach.values.actorId),
      actors: await actorsOf(book, caseId, now()),
      hearingAt: hearingOf(facts, id, arrest?.id ?? null),
      missing: missingOf(breach.values),
      contradictions: contradictions.filter(({ sides }) => sides.some(({ recordId }) => mine.has(recordId))),
      evidence: evidence.filter(({ values }) => values.breachId === id).map(showRecord),
    };
    return view;
  },

  async 'breach.quick'(context, { caseId, ...given }) {
    const { book } = context;
    const zone = await zoneOfCase(context, caseId);
    const { reportedAt } = given;
    const orderId = await onlyOrderAt(book, caseId, given.happened.fromAt, zone);
    const { value } = await book.command('breach.quick', (tx) =>
      tx.insert(
        'breach',
        {
          ...given,
          orderId,
          status: 'reported',
          // Neither who sent it nor when the police learned of it is assumed: entering it is a time of its own.
          policeKnew: reportedAt === null ? null : whenAtMinute(Math.floor(reportedAt / 60_000) * 60_000, zone),
        },
        { caseId },
      ),
    );
    return { id: value.id };
  },
};

function breachRow(chain: BreachChain): BreachRow {
  const { id, title, titleEn, values } = chain.breach;
  const last = chain.entries.at(-1);
  return {
    id,
    title,
    titleEn,
    happened: values.happened,
    learnedLater: learnedLater(values),
    status: values.status,
    contacts: values.contacts,
    lastStep: last?.step ?? null,
    lastAt: last?.measured.at ?? null,
  };
}

function shown(reading: Reading): ShownReading {
  const { recordId, kind, at, link, who, text, readFrom, logNumber, chosen, untilAt, isExtension } = reading;
  return { recordId, kind, at, link, who, text, readFrom, logNumber, chosen, untilAt, isExtension };
}

const DAY_MS = 24 * 3_600_000;
/** As long after a breach an arrest may answer it too. */
const NEAR_MS = 7 * DAY_MS;

/** Arrests of the week after a breach that refer to another one: the same arrest may answer this one too. */
function arrestsNear({ values: { happened, actorId } }: BookRecord<'breach'>, facts: ChainFacts): SameArrest[] {
  return facts.arrest.flatMap(({ id, values }): SameArrest[] => {
    const at = values.happened;
    if (at === null || happened === null || values.custody === 'brought_in') return [];
    if (actorId !== null && values.personId !== null && values.personId !== actorId) return [];
    const isNear = at.toAt > happened.fromAt && at.fromAt <= happened.fromAt + NEAR_MS;
    return isNear ? [{ id, at, who: values.actorText }] : [];
  });
}

/** True of a step that only says that the arrest it names answers this breach too. */
function isShare({ step, breachId, arrestId, happened }: Values<'response_step'>, id: RecordId): boolean {
  return step === 'arrested' && breachId === id && arrestId !== null && happened === null;
}

/** The case's threat actors, and what was last entered of where each is. */
async function actorsOf(book: Book, caseId: RecordId, now: number): Promise<ActorView[]> {
  const ids = await threatActorsOf(book, caseId);
  if (ids.length === 0) return [];
  const stays = await book.list('whereabouts');
  const open = await Promise.all(ids.map((id) => openCustodyOf(book, caseId, id, now)));
  return (await book.list('person', { ids })).map(({ id, values }) => {
    const custody = open[ids.indexOf(id)];
    const own = stays.filter((one) => one.values.personId === id);
    const newest = own.reduce<(typeof own)[number] | null>((last, one) => {
      return last && last.values.since.fromAt > one.values.since.fromAt ? last : one;
    }, null);
    return {
      id,
      name: values.name,
      stay: newest && { state: newest.values.state, sinceAt: newest.values.since.fromAt },
      isHeld: (custody?.arrests.length ?? 0) + (custody?.remands.length ?? 0) > 0,
    };
  });
}

/** The arrest of a chain, whichever reading of its time is measured. */
export function arrestOf(chain: BreachChain, facts: ChainFacts): BookRecord<'arrest'> | null {
  const ids = entryOf(chain, 'arrested')?.readings.map(({ recordId }) => recordId) ?? [];
  return facts.arrest.find(({ id }) => ids.includes(id)) ?? null;
}

/** The newest remand of a chain: the decision that the next one extends. */
export function remandOf(chain: BreachChain, facts: ChainFacts): BookRecord<'remand'> | null {
  const ids = chain.entries.flatMap(({ step, readings }) =>
    step === 'remand_decided' ? readings.map(({ recordId }) => recordId) : [],
  );
  return facts.remand.findLast(({ id }) => ids.includes(id)) ?? null;
}

/** When the hearing about remand is set for: what is linked to the breach or its arrest. */
function hearingOf(facts: ChainFacts, breachId: RecordId, arrestId: RecordId | null): number | null {
  const hearing = facts.court_step.find(({ values }) => {
    const isLinked = values.breachId === breachId || (arrestId !== null && values.arrestId === arrestId);
    return isLinked && (values.step === 'remand_hearing' || values.step === 'hearing') && values.scheduledAt !== null;
  });
  return hearing?.values.scheduledAt ?? null;
}

/** What a breach still lacks, in the order in which it is asked for. */
const WANTED: readonly (keyof Values<'breach'> & string)[] = [
  'orderId',
  'sender',
  'placeId',
  'reportedAt',
  'reportedHow',
  'logNumber',
  'safeNow',
  'whereHeIs',
  'weapon',
  'childrenPresent',
  'witnesses',
  'needsNow',
  'knownSinceAt',
];

function missingOf(values: Values<'breach'>): string[] {
  return WANTED.filter((name) => {
    if (name === 'placeId' && values.placeText) return false;
    if (name === 'childrenPresent' && values.childrenText) return false;
    const value = values[name];
    return value === null || value === '';
  });
}

/** The order that was in force then, where it is the only one: which of several was broken is not guessed. */
export async function onlyOrderAt(book: Book, caseId: RecordId, at: number, zone: string): Promise<RecordId | null> {
  const all = await book.list('order', { caseId });
  const orders = all.filter(({ values }) => orderState(values, at, zone) === 'in_force');
  return orders.length === 1 ? (orders[0]?.id ?? null) : null;
}
