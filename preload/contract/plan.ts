import { z } from 'zod';
import type { RecordId } from '#model/ids.ts';
import { PROTECTION_LEVELS } from '#model/kinds/need.ts';
import { EDIT_SCOPES } from '#model/plan/recurrence-edit.ts';
import type { CoverageInterval } from '#model/plan/result.ts';
import { instantOfLocal } from '#model/time.ts';
import { idSchema, reasonSchema } from './common.ts';
import type { PatrolPasses, PlanBoard, PlanConflicts, PlanView } from './plan-view.ts';
import { mutation, query } from './route.ts';

/** Twenty years: a longer window is a mistake, and an expansion without a bound a way to hang. */
const LONGEST_MS = 20 * 366 * 86_400_000;

/** Copies that one step may make; what is more is a series, and a series is written as a rule. */
const MOST_COPIES = 1_000;

const at = z.int().min(-62_135_596_800_000).max(253_402_300_799_999);
const period = { fromAt: at, toAt: at };
const isPeriod = ({ fromAt, toAt }: { fromAt: number; toAt: number }) => toAt > fromAt && toAt - fromAt <= LONGEST_MS;
const local = z.string().refine((text) => instantOfLocal(text, 'UTC') !== null);
/** One occurrence: its record and the local start the rule gives it; of what happens once, its own start. */
const occurrence = { id: idSchema, originalLocal: local };
const scope = z.enum(EDIT_SCOPES);
/** Left out it is the occurrence named alone, or all where none is named. */
const reach = scope.optional();
/** Names a date as `plan.conflicts` does. */
const dateKey = z.string().trim().min(1).max(400);

const clock = z.enum(['keep_end', 'keep_length']);

/** New times of one occurrence, as a drag or a form leaves them. */
const move = z.strictObject({
  ...occurrence,
  scope,
  startLocal: local,
  /** Null is open. Left out, the end follows the start: over a clock change `clock` says how. */
  endLocal: local.nullable().optional(),
  /** Keep the wall-clock end, or the length? Asked for (CLOCK_CHOICE) where the two differ and no end is given. */
  clock: clock.optional(),
  /**
   * End of the occurrence named alone, where the others of a wider scope end otherwise: the length is kept over a clock
   * change in the one night that has it.
   */
  ownEndLocal: local.optional(),
});

export const planRoutes = {
  /** The plan of a case, or of all cases when `caseId` is null, in a window (ms UTC) of at most twenty years. */
  'plan.window': query<PlanView>()(z.strictObject({ caseId: idSchema.nullable(), ...period }).refine(isPeriod)),
  /** How the needs are met, minute by minute. */
  'plan.coverage': query<{ nowAt: number; truncated: boolean; intervals: CoverageInterval[] }>()(
    z.strictObject({ caseId: idSchema.nullable(), ...period }).refine(isPeriod),
  ),

  /** A measure with its crew in one step; type, text, times and one of place or headcount are all it needs. */
  'plan.create_measure': mutation<{ id: RecordId }>()(
    z.strictObject({
      caseId: idSchema,
      type: z.enum(['shielding', 'guarding', 'patrol', 'transport', 'other']),
      text: z.string().trim().max(2_000).nullable().default(null),
      startLocal: local,
      endLocal: local.nullable().default(null),
      recurrence: z.string().max(500).nullable().default(null),
      placeId: idSchema.nullable().default(null),
      headcount: z.int().min(0).max(999).nullable().default(null),
      /** The need it is planned for: its person, wish, place and headcount are taken from it where none is given. */
      needId: idSchema.nullable().default(null),
      /** Whom it is for where no need says; left out, everybody the case protects. */
      personId: idSchema.nullish(),
      officerIds: z.array(idSchema).max(50).default([]),
      vehicleIds: z.array(idSchema).max(20).default([]),
    }),
  ),
  /** Moves or resizes occurrences, of one or several measures and needs, in one step. */
  'plan.move': mutation<{ ids: RecordId[] }>()(z.strictObject({ moves: z.array(move).min(1).max(500) })),
  /** Takes occurrences out of the plan that have not begun; what nothing is left of is struck with the reason. */
  'plan.remove': mutation<null>()(
    z.strictObject({
      items: z
        .array(z.strictObject({ ...occurrence, scope }))
        .min(1)
        .max(500),
      reason: reasonSchema,
    }),
  ),
  /**
   * Says of occurrences how they stand, and why; in one step. A wider scope reaches those that have not begun. Where
   * `originalLocal` is null it is said of the whole record.
   */
  'plan.set_status': mutation<null>()(
    z.strictObject({
      items: z
        .array(z.strictObject({ id: idSchema, originalLocal: local.nullable(), scope: reach }))
        .min(1)
        .max(500),
      status: z.enum(['planned', 'active', 'done', 'cancelled', 'not_possible', 'not_done', 'declined', 'ended']),
      reason: z.string().trim().max(300).nullable().default(null),
    }),
  ),
  /** Copies occurrences with crew, legs and qualifications to other starts, each a measure of its own; all in one step. */
  'plan.copy': mutation<{ ids: RecordId[] }>()(
    z.strictObject({
      items: z
        .array(z.strictObject({ ...occurrence, starts: z.array(local).min(1).max(366) }))
        .min(1)
        .max(500)
        .refine((items) => items.reduce((count, { starts }) => count + starts.length, 0) <= MOST_COPIES),
      withCrew: z.boolean().default(true),
      /** What each copy keeps whose length a clock change would alter; asked for (CLOCK_CHOICE) where there is one. */
      clock: clock.optional(),
    }),
  ),
  /**
   * Lets what happens once recur by a rule (RFC 5545), a series end, or go on by another rule from what has not begun;
   * null makes it happen once.
   */
  'plan.repeat': mutation<null>()(z.strictObject({ id: idSchema, recurrence: z.string().max(500).nullable() })),
  /**
   * Cuts an occurrence in two at a time within it, or each that a wider scope reaches at that time of day: a series is two
   * then. Both parts keep the crew. `id` is the second part.
   */
  'plan.cut': mutation<{ id: RecordId }>()(z.strictObject({ ...occurrence, atLocal: local, scope: reach })),
  /**
   * Cuts where others take over: the second part has the receivers as its crew, and a relief joins both; of a wider scope
   * one for each occurrence of a quarter, the first of which is told (null where none has both parts).
   */
  'plan.hand_over': mutation<{ id: RecordId; handoverId: RecordId | null }>()(
    z.strictObject({
      ...occurrence,
      atLocal: local,
      scope: reach,
      receiverIds: z.array(idSchema).max(50).default([]),
      giverId: idSchema.nullable().default(null),
      text: z.string().trim().max(2_000).nullable().default(null),
    }),
  ),
  /**
   * Joins two measures that are there by a relief, of one occurrence or, where both recur, of it and those that follow for
   * a quarter; with `handoverId` it is written anew. Nobody named is whoever is responsible, no time is when the receiver
   * begins.
   */
  'plan.relieve': mutation<{ ids: RecordId[] }>()(
    z.strictObject({
      handoverId: idSchema.nullable().default(null),
      from: z.strictObject(occurrence),
      to: z.strictObject(occurrence),
      scope: z.enum(['this', 'following']).default('this'),
      giverId: idSchema.nullable().default(null),
      receiverId: idSchema.nullable().default(null),
      atLocal: local.nullable().default(null),
      text: z.string().trim().max(2_000).nullable().default(null),
    }),
  ),

  /** Conflicts, what someone must see to, and what dates ask for; with what of it was accepted. */
  'plan.conflicts': query<PlanConflicts>()(z.strictObject({ caseId: idSchema.nullable(), ...period }).refine(isPeriod)),
  /** Accepts a conflict or a gap by its key, with the reason; until then, or for as long as it stays the same. */
  'plan.accept': mutation<{ id: RecordId }>()(
    z.strictObject({
      caseId: idSchema,
      key: z.string().trim().min(1).max(400),
      reason: z.string().trim().min(1).max(2_000),
      untilAt: at.nullable().default(null),
    }),
  ),

  /** Names the decision a measure rests on: one that is there, or one that was just taken and is written with it. */
  'plan.decide': mutation<{ id: RecordId }>()(
    z.strictObject({
      measureId: idSchema,
      decision: z.union([
        z.strictObject({ id: idSchema }),
        z.strictObject({
          text: z.string().trim().min(1).max(2_000),
          authority: z.string().trim().min(1).max(120),
          form: z.enum(['oral', 'written']),
          decidedAt: at.nullable(),
          untilAt: at.nullable(),
        }),
      ]),
    }),
  ),

  /** Makes a need of what a date asks for, with the date's text as its reason; a date raises one need. */
  'plan.raise': mutation<{ id: RecordId }>()(z.strictObject({ riskId: idSchema })),
  /**
   * Plans what a date asks for, one the book knows or a written one: a need for each person, and the date written down with
   * the record it comes from. `key` is the one `plan.conflicts` gave it, `at` its time; one that has moved since is refused.
   */
  'plan.raise_date': mutation<{ riskId: RecordId; needIds: RecordId[] }>()(
    z.strictObject({
      caseId: idSchema,
      key: dateKey,
      at,
      personIds: z.array(idSchema).min(1).max(50),
      level: z.enum(PROTECTION_LEVELS),
      headcount: z.int().min(1).max(999),
      fromLocal: local,
      /** Null is open: until something else is decided. */
      toLocal: local.nullable().default(null),
      reason: z.string().trim().min(1).max(2_000),
    }),
  ),
  /** Moves the needs of a date that has moved to where it lies now. */
  'plan.move_date': mutation<{ needIds: RecordId[] }>()(z.strictObject({ caseId: idSchema, key: dateKey, at })),
  /** Ends the needs whose date is gone: from now on of what has begun. */
  'plan.end_date': mutation<{ needIds: RecordId[] }>()(z.strictObject({ caseId: idSchema, key: dateKey, at })),

  /**
   * The legs of a transport in their order, as they shall be: of one occurrence, or of others too that have not begun.
   * Times are those of the occurrence named. A leg without an id is new; one that is left out is struck, for the reason given.
   */
  'plan.set_legs': mutation<null>()(
    z.strictObject({
      measureId: idSchema,
      originalLocal: local,
      scope,
      legs: z
        .array(
          z.strictObject({
            id: idSchema.nullable(),
            fromPlaceId: idSchema.nullable().default(null),
            fromText: z.string().trim().max(200).nullable().default(null),
            toPlaceId: idSchema.nullable().default(null),
            toText: z.string().trim().max(200).nullable().default(null),
            departLocal: local,
            arriveLocal: local,
            plannedMinutes: z.int().min(1).max(2_880).nullable().default(null),
            meetingPoint: z.string().trim().max(200).nullable().default(null),
            abortPoint: z.string().trim().max(200).nullable().default(null),
          }),
        )
        .max(50),
      struckReason: reasonSchema,
    }),
  ),
  /**
   * Assigns an officer or a vehicle to an occurrence, to it and those that follow, or to all that have not begun; with
   * `originalLocal` null to all, and then times are those of the first. Neither of the two is a post that is to be filled.
   */
  'plan.assign': mutation<{ id: RecordId }>()(
    z
      .strictObject({
        measureId: idSchema,
        originalLocal: local.nullable(),
        scope: reach,
        officerId: idSchema.nullable().default(null),
        vehicleId: idSchema.nullable().default(null),
        post: z
          .enum(['leader', 'guard', 'advance', 'inner', 'outer', 'driver', 'relief', 'other'])
          .nullable()
          .default(null),
        /** A part of the occurrence only. */
        fromLocal: local.nullable().default(null),
        toLocal: local.nullable().default(null),
      })
      .refine(({ officerId, vehicleId, post }) => officerId !== null || vehicleId !== null || post !== null),
  ),
  /** Takes an assignment off an occurrence, off it and those that follow, or off all that have not begun (also: null). */
  'plan.unassign': mutation<null>()(
    z.strictObject({ assignmentId: idSchema, originalLocal: local.nullable(), scope: reach }),
  ),
  /** Gives an occurrence, or it and others that have not begun, another place or headcount; null is not said. */
  'plan.set_own': mutation<null>()(
    z.strictObject({
      ...occurrence,
      scope: reach,
      placeId: idSchema.nullable(),
      headcount: z.int().min(0).max(999).nullable(),
    }),
  ),
  /**
   * Puts one in another's place, several duties in one step: an officer or a vehicle on the row `assignmentId` (null adds
   * to the crew, `toId` null takes off), or the protected person the measure is for. On the occurrence, or on others too
   * that have not begun.
   */
  'plan.reassign': mutation<null>()(
    z.strictObject({
      items: z
        .array(
          z.strictObject({
            ...occurrence,
            scope,
            what: z.enum(['officer', 'vehicle', 'person']),
            assignmentId: idSchema.nullable(),
            toId: idSchema.nullable(),
          }),
        )
        .min(1)
        .max(500),
    }),
  ),
  /** Says that somebody is on post, or was relieved; now when no time is given. */
  'plan.tell_post': mutation<null>()(
    z.strictObject({
      assignmentId: idSchema,
      originalLocal: local,
      what: z.enum(['on_post', 'relieved']),
      toldAt: at.nullable().default(null),
      relievedById: idSchema.nullable().default(null),
      /** null leaves what was said before; an empty text takes it away. */
      source: z.string().trim().max(300).nullable().default(null),
    }),
  ),
  /** Says that a leg was begun or that it arrived. */
  'plan.tell_leg': mutation<null>()(
    z.strictObject({
      legId: idSchema,
      originalLocal: local,
      what: z.enum(['departed', 'arrived']),
      toldAt: at.nullable().default(null),
    }),
  ),
  /** Says that a patrol passed; a pass that was not drawn is added. */
  'plan.tell_pass': mutation<{ id: RecordId }>()(
    z.strictObject({
      measureId: idSchema,
      originalLocal: local,
      passId: idSchema.nullable(),
      toldAt: at.nullable().default(null),
    }),
  ),
  /** The receiver of a relief says «overtatt»: the giver is free from then. */
  'plan.take_over': mutation<null>()(z.strictObject({ handoverId: idSchema, toldAt: at.nullable().default(null) })),
  /** The passes of a patrol's window, with what each repeats and the draws that were given up. */
  'plan.passes': query<PatrolPasses>()(z.strictObject({ measureId: idSchema, originalLocal: local })),
  /** Names the route of one pass; null takes it away. */
  'plan.name_route': mutation<null>()(
    z.strictObject({ passId: idSchema, route: z.string().trim().min(1).max(300).nullable() }),
  ),
  /**
   * Draws the times of a patrol's passes when its duty is issued; names those that repeat a time. Drawing them again needs
   * a reason, which is kept with the times that were given up.
   */
  'plan.draw_passes': mutation<{ passes: number[]; repeated: number[] }>()(
    z.strictObject({
      measureId: idSchema,
      originalLocal: local,
      spacingMinutes: z.int().min(0).max(1_440).default(20),
      reason: reasonSchema.nullable().default(null),
    }),
  ),

  /** Who and what is on duty, row by row, in a window: officers, vehicles or cases. */
  'plan.board': query<PlanBoard>()(
    z.strictObject({ rows: z.enum(['officer', 'vehicle', 'case']), ...period }).refine(isPeriod),
  ),
};
