import type { orderRoutes } from '#contract/orders.ts';
import type { Tx } from '#db/book.ts';
import { readChainFacts } from '#db/reads/chain-facts.ts';
import { chainOf, entryOf } from '#model/chain/chain.ts';
import type { ChainStep } from '#model/chain/steps.ts';
import type { RecordId } from '#model/ids.ts';
import { RESPONSE_STEPS, type ResponseStep } from '#model/kinds/response.ts';
import type { BookRecord, Values } from '#model/kinds.ts';
import { isMinuteKnown, type When } from '#model/when.ts';
import { arrestOf, remandOf } from './breach.ts';
import { type Handlers, ServiceError } from './context.ts';
import { actorOf, isSilentEnd } from './custody.ts';
import { caseOf, recordOf } from './order.ts';

type ChainRoutes = Extract<keyof typeof orderRoutes, `chain.${string}`>;

export const chainHandlers: Handlers<ChainRoutes> = {
  async 'chain.record'(context, { breachId, step, at, who, personId, isHeld, sameArrestId, extendsId, ...given }) {
    const { book } = context;
    const breach = await recordOf(context, 'breach', breachId);
    const caseId = caseOf(breach);
    const facts = await readChainFacts(book, caseId);
    const chain = chainOf(breach, facts);
    const arrest = arrestOf(chain, facts);
    const remand = remandOf(chain, facts);
    const actorId = await actorOf(book, caseId, breach.values.actorId ?? personId);
    if (sameArrestId !== null && !facts.arrest.some(({ id }) => id === sameArrestId))
      throw new ServiceError('NOT_FOUND');
    if (extendsId !== null && !facts.remand.some(({ id }) => id === extendsId)) throw new ServiceError('NOT_FOUND');
    const told = { step, happened: at, personId: actorId };
    if (await isSilentEnd(book, 'response_step', caseId, told, context.now())) throw new ServiceError('RELEASE_ASKED');
    const { value } = await book.command('chain.record', async (tx) => {
      const custody: Custody = { breach, at, who, actorId, isHeld, ...given };
      if (step === 'arrested' && arrest === null) {
        if (sameArrestId === null) return insertArrest(tx, custody);
        const same = { step, breachId, arrestId: sameArrestId };
        return (await tx.insert('response_step', same, { caseId })).id;
      }
      // A second source of the decision is a reading; the decision itself, and the next one, are what the clocks run from.
      if (step === 'remand_decided' && (remand === null || extendsId !== null)) {
        return insertRemand(tx, custody, arrest?.id ?? null, extendsId);
      }
      // The first that is known to the minute is what the unit's own target runs to; none is written over.
      if (step === 'lawyer_decided' && breach.values.decidedAt === null && isMinuteKnown(at)) {
        await tx.update('breach', breachId, { decidedAt: at.fromAt });
      }
      if (step === 'main_hearing') {
        const values = { step, breachId, happened: at, actorText: who, text: given.text } as const;
        return (await tx.insert('court_step', values, { caseId })).id;
      }
      const values = { ...given, step, breachId, arrestId: arrest?.id ?? null, happened: at, actorText: who };
      return (await tx.insert('response_step', values, { caseId })).id;
    });
    return { id: value };
  },

  async 'chain.choose'(context, { breachId, step, recordId }) {
    const { book } = context;
    const breach = await recordOf(context, 'breach', breachId);
    const facts = await readChainFacts(book, caseOf(breach));
    const readings = entryOf(chainOf(breach, facts), step)?.readings ?? [];
    const chosen = readings.find((reading) => reading.recordId === recordId);
    if (!chosen || !isResponse(step)) throw new ServiceError('NOT_FOUND');
    await book.command('chain.choose', async (tx) => {
      for (const reading of readings.filter(({ kind }) => kind === 'response_step')) {
        const isChosen = reading.recordId === recordId;
        if (reading.chosen !== isChosen) await tx.update('response_step', reading.recordId, { chosen: isChosen });
      }
      if (chosen.kind === 'response_step') return;
      // Another record's own time is chosen by a reading of its own: the record stays as it was told.
      const arrestId = chosen.kind === 'arrest' ? recordId : null;
      const values = { step, breachId, arrestId, happened: chosen.at, actorText: chosen.who, chosen: true };
      await tx.insert('response_step', values, { caseId: breach.caseId });
    });
    return null;
  },
};

/** What begins a time in custody: of whom, when, who says so; and whether it is entered as where he is. */
interface Custody {
  readonly breach: BookRecord<'breach'>;
  readonly at: When;
  readonly who: string | null;
  readonly actorId: RecordId | null;
  readonly isHeld: boolean;
  readonly text: string | null;
  readonly logNumber: string | null;
  readonly untilAt: number | null;
}

async function insertArrest(tx: Tx, custody: Custody): Promise<RecordId> {
  const { breach, at, who, actorId, text, logNumber } = custody;
  const values = {
    breachId: breach.id,
    personId: actorId,
    happened: at,
    actorText: who,
    text,
    journalNumber: logNumber,
    custody: 'arrest',
  } as const;
  const { id } = await tx.insert('arrest', values, { caseId: breach.caseId });
  await insertStay(tx, custody, 'cell');
  return id;
}

async function insertRemand(
  tx: Tx,
  custody: Custody,
  arrestId: RecordId | null,
  extendsId: RecordId | null,
): Promise<RecordId> {
  const { breach, at, who, actorId, text, logNumber, untilAt } = custody;
  // An instant is only what is known to the minute; else the fact says how exactly it is known.
  const decidedAt = isMinuteKnown(at) ? at.fromAt : null;
  const values = {
    personId: actorId,
    arrestId,
    extendsId,
    decidedAt,
    fromAt: decidedAt,
    untilAt,
    happened: decidedAt === null ? at : null,
    actorText: who,
    text,
    source: logNumber,
  } as const;
  const { id } = await tx.insert('remand', values, { caseId: breach.caseId });
  await insertStay(tx, custody, 'remand');
  return id;
}

/** Where he is, for the whole book: in the same step as the record that says so. */
async function insertStay(
  tx: Tx,
  { at, who, actorId, isHeld }: Custody,
  state: Values<'whereabouts'>['state'],
): Promise<void> {
  if (!isHeld || actorId === null) return;
  const checkedAt = isMinuteKnown(at) ? at.fromAt : null;
  await tx.insert('whereabouts', { personId: actorId, state, change: 'taken_in', since: at, source: who, checkedAt });
}

function isResponse(step: ChainStep): step is ResponseStep {
  return (RESPONSE_STEPS as readonly string[]).includes(step);
}
