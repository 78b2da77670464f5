import { chainHandlers } from '#main/services/chain.ts';
import type { ChainStep } from '#model/chain/steps.ts';
import type { RecordId } from '#model/ids.ts';
import type { When } from '#model/when.ts';
import type { TestContext } from './context.ts';

type Said = Parameters<(typeof chainHandlers)['chain.record']>[1];

/** Enters a step of a breach's chain of which nothing more is said than `more`. */
export function recordStep(
  { context }: Pick<TestContext, 'context'>,
  breachId: RecordId,
  step: ChainStep,
  at: When,
  more: Partial<Said> = {},
) {
  return chainHandlers['chain.record'](context, {
    breachId,
    step,
    at,
    who: null,
    text: null,
    logNumber: null,
    readFrom: null,
    untilAt: null,
    personId: null,
    isHeld: false,
    sameArrestId: null,
    extendsId: null,
    ...more,
  });
}
