import { z } from 'zod';
import type { CourtCutoff } from '#model/clocks/court.ts';
import type { OwnRules } from '#model/clocks/own-rules.ts';
import { type Clock, OWN_RULES } from '#model/clocks/types.ts';
import { idSchema } from './common.ts';
import { mutation, nothing, query } from './route.ts';

/** What the unit has set for its clocks; kept in the book. */
export interface ClockSettingsView {
  readonly ownRules: OwnRules;
  /** Cut-offs of the courts; a case uses the one its newest step names, else the first. */
  readonly courts: readonly CourtCutoff[];
}

const at = z.int().min(-62_135_596_800_000).max(253_402_300_799_999);
const clockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
  .nullable();
const length = z.int().min(1).max(10_000).nullable();

const courtSchema: z.ZodType<CourtCutoff> = z.strictObject({
  court: z.string().trim().min(1).max(120),
  weekday: clockTime,
  saturday: clockTime,
  holiday: clockTime,
});

/** Also reads what is kept: a book may have been written by hand or by another version. */
const clockSettingsSchema: z.ZodType<ClockSettingsView> = z.strictObject({
  ownRules: z.strictObject(
    Object.fromEntries(OWN_RULES.map((id) => [id, length])) as Record<(typeof OWN_RULES)[number], typeof length>,
  ),
  courts: z.array(courtSchema).max(40),
});

export const clockRoutes = {
  /** The clocks of a case, or of every open case when `caseId` is null, as known at `at` (ms UTC) or now. */
  'clock.list': query<{ nowAt: number; clocks: Clock[] }>()(
    z.strictObject({ caseId: idSchema.nullable(), at: at.optional() }),
  ),
  'clock.settings': query<ClockSettingsView>()(nothing),
  'clock.set_settings': mutation<null>()(clockSettingsSchema),
};
