import type { officerRoutes } from '#contract/officer.ts';
import type { Handlers } from './context.ts';

/** Parts that several persons may have at once. */
const SHARED: readonly string[] = ['deputy', 'other'];

export const officerHandlers: Handlers<keyof typeof officerRoutes> = {
  async 'officer.set'({ book }, { caseId, ...given }) {
    const { value } = await book.command('officer.set', async (tx) => {
      const before = (await book.list('case_officer', { caseId })).filter(
        ({ values }) => values.duty === given.duty && (values.toAt === null || values.toAt > given.fromAt),
      );
      for (const { id, values } of SHARED.includes(given.duty) ? [] : before) {
        // Whoever came later than that stays: what is entered then tells of an earlier time.
        if (values.fromAt === null || values.fromAt < given.fromAt) {
          await tx.update('case_officer', id, { toAt: given.fromAt });
        }
      }
      const later = before.flatMap(({ values }) => values.fromAt ?? []).filter((from) => from > given.fromAt);
      const toAt = SHARED.includes(given.duty) || later.length === 0 ? null : Math.min(...later);
      return (await tx.insert('case_officer', { ...given, toAt }, { caseId })).id;
    });
    return { id: value };
  },
};
