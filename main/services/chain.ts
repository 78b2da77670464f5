import type { orderRoutes } from '#contract/orders.ts';
import type { Tx } from '#db/book.ts';
import { readChainFacts } from '#db/reads/chain-facts.ts';
import { chainOf, entryOf } from '#model/chain/chain.ts';
import type { ChainStep } from '#model/chain/steps.ts';
import { RESPONSE_STEPS, type ResponseStep } from '#model/kinds/response.ts';
import type { BookRecord } from '#model/kinds.ts';
import { arrestOf } from './breach.ts';
import { type Handlers, ServiceError } from './context.ts';
import { caseOf, recordOf } from './order.ts';

type ChainRoutes = Extract<keyof typeof orderRoutes, `chain.${string}`>;

export const chainHandlers: Handlers<ChainRoutes> = {
  async 'chain.record'(context, { breachId, step, at, who, ...given }) {
    const { book } = context;
    const breach = await recordOf(context, 'breach', breachId);
    const facts = await readChainFacts(book, caseOf(breach));
    const arrest = arrestOf(chainOf(breach, facts), facts);
    const { caseId } = breach;
    const { value } = await book.command('chain.record', async (tx) => {
      if (step === 'arrested' && arrest === null) return insertArrest(tx, breach, { at, who, text: given.text });
      if (step === 'lawyer_decided') {
        await tx.update('breach', breachId, { decidedAt: at.fromAt });
        return breachId;
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

async function insertArrest(
  tx: Tx,
  breach: BookRecord<'breach'>,
  {
    at,
    who,
    text,
  }: Pick<BookRecord<'arrest'>['values'], 'text'> & {
    readonly at: NonNullable<BookRecord<'arrest'>['values']['happened']>;
    readonly who: string | null;
  },
) {
  const values = {
    breachId: breach.id,
    personId: breach.values.actorId,
    happened: at,
    actorText: who,
    text,
    custody: 'arrest',
  } as const;
  return (await tx.insert('arrest', values, { caseId: breach.caseId })).id;
}

function isResponse(step: ChainStep): step is ResponseStep {
  return (RESPONSE_STEPS as readonly string[]).includes(step);
}
