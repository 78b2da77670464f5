import { describe, expect, it } from 'vitest';
import {
  responsibleAt,
  stageAt,
  stepAt,
  TRANSFER_STEPS,
  type TransferTimes,
  transferContradictions,
  waitsSince,
} from '#model/transfer/state.ts';
import fc from '#tests/helpers/property.ts';

const times = (given: Partial<TransferTimes>): TransferTimes => ({
  offeredAt: null,
  receivedAt: null,
  readBackAt: null,
  takenOverAt: null,
  withdrawnAt: null,
  ...given,
});
const at = fc.option(fc.integer({ min: 0, max: 20 }), { nil: null });
const arbitrary: fc.Arbitrary<TransferTimes> = fc.record({
  offeredAt: at,
  receivedAt: at,
  readBackAt: at,
  takenOverAt: at,
  withdrawnAt: at,
});

describe('a transfer to another district', () => {
  // Would catch: the receiver held responsible because it received or read back; a plan of taking over read as done.
  it.each([
    ['nothing told', {}, 'prepared', 'giver', null],
    ['offered', { offeredAt: 1 }, 'offered', 'giver', 1],
    ['received', { offeredAt: 1, receivedAt: 2 }, 'received', 'giver', 2],
    ['read back', { offeredAt: 1, receivedAt: 2, readBackAt: 3 }, 'read_back', 'giver', 3],
    [
      'taken over at ten',
      { offeredAt: 1, receivedAt: 2, readBackAt: 3, takenOverAt: 10 },
      'taken_over',
      'receiver',
      null,
    ],
    ['taken over after now', { offeredAt: 1, receivedAt: 2, takenOverAt: 11 }, 'received', 'giver', 2],
    ['withdrawn', { offeredAt: 1, withdrawnAt: 5 }, 'withdrawn', 'giver', null],
    ['withdrawn too late', { offeredAt: 1, takenOverAt: 4, withdrawnAt: 5 }, 'taken_over', 'receiver', null],
    ['taken over without the rest', { takenOverAt: 4 }, 'taken_over', 'receiver', null],
  ] as const)('%s: %o is %s, the %s is responsible', (_, given, stage, responsible, since) => {
    const told = times(given);
    expect([stageAt(told, 10), responsibleAt(told, 10), waitsSince(told, 10)]).toEqual([stage, responsible, since]);
  });

  // Would catch: steps out of order that pass without a word, or steps at one instant called impossible.
  it.each([
    [{ offeredAt: 1, receivedAt: 1, readBackAt: 1, takenOverAt: 1 }, []],
    [{ offeredAt: 5, takenOverAt: 4 }, ['received missing', 'read_back missing', 'taken_over before offered']],
    [{ offeredAt: 1, receivedAt: 3, readBackAt: 2 }, ['read_back before received']],
    [{ receivedAt: 3 }, ['offered missing']],
    [{ offeredAt: 1, withdrawnAt: 2 }, []],
    [{ offeredAt: 1, receivedAt: 2, readBackAt: 3, takenOverAt: 4, withdrawnAt: 5 }, ['withdrawn after taken over']],
  ])('%o contradicts in %j', (given, expected) => {
    const told = transferContradictions(times(given)).map((one) =>
      one.code === 'step_missing'
        ? `${one.step} missing`
        : one.code === 'step_before_step'
          ? `${one.step} before ${one.other}`
          : 'withdrawn after taken over',
    );
    expect(told).toEqual(expected);
  });

  // Would catch: a moment at which nobody is responsible, or at which it goes back from receiver to giver.
  it('has one who is responsible at every instant, and changes hands once', () => {
    fc.assert(
      fc.property(arbitrary, (told) => {
        const all = Array.from({ length: 22 }, (_, now) => responsibleAt(told, now));
        const first = all.indexOf('receiver');
        expect(first < 0 ? null : first).toBe(told.takenOverAt);
        if (first >= 0) expect(all.slice(first).every((who) => who === 'receiver')).toBe(true);
      }),
    );
  });

  // Would catch: a contradiction of steps that any order of the list would not see.
  it('finds each pair of steps in the wrong order, as comparing each with each does', () => {
    fc.assert(
      fc.property(arbitrary, (told) => {
        const pairs = TRANSFER_STEPS.flatMap((step, index) =>
          TRANSFER_STEPS.slice(0, index).filter((other) => {
            const [a, b] = [stepAt(told, step), stepAt(told, other)];
            return a !== null && b !== null && a < b;
          }),
        );
        const found = transferContradictions(told).filter(({ code }) => code === 'step_before_step');
        expect(found).toHaveLength(pairs.length);
      }),
    );
  });
});
