import type { TimelinePaper } from '#contract/timeline-paper.ts';
import { type Matter, mattersOf } from '#renderer/features/plan/matters.ts';
import type { Plan } from '#renderer/features/plan/plan.ts';
import type { TimeSpan } from '#renderer/timeline/index.ts';

/** What the register of a printed timeline is told in. */
export interface RegisterWords {
  readonly heading: string;
  readonly accepted: { readonly heading: string; readonly columns: readonly string[] };
  readonly exceptions: { readonly heading: string; readonly columns: readonly string[] };
  readonly period: (fromAt: number, toAt: number | null) => string;
  readonly matter: (plan: Plan, matter: Matter) => string;
  /** Until when it is accepted; null is without a date. */
  readonly until: (untilAt: number | null, isOver: boolean) => string;
  readonly rule: (key: string) => string;
  /** Whom an exception is for that names nobody. */
  readonly everybody: string;
}

type Register = NonNullable<TimelinePaper['register']>;

/**
 * What of a range was accepted, until when, why and by whom, what is past included; and the exceptions from the rest rules
 * of those who are on duty in it. Null where there is neither.
 */
export function paperRegister(plan: Plan, range: TimeSpan, words: RegisterWords): Register | null {
  const tables = [
    { ...words.accepted, rows: acceptedRows(plan, range, words) },
    { ...words.exceptions, rows: exceptionRows(plan, range, words) },
  ];
  const filled = tables
    .filter(({ rows }) => rows.length > 0)
    .map(({ columns, ...rest }) => ({ ...rest, columns: [...columns] }));
  return filled.length === 0 ? null : { heading: words.heading, tables: filled };
}

function acceptedRows(plan: Plan, range: TimeSpan, words: RegisterWords): string[][] {
  return mattersOf(plan, range.fromAt).flatMap((matter) => {
    const held = plan.accepted.get(matter.key);
    const told = held ?? plan.lapsed.get(matter.key);
    if (!told || !touches(matter, range)) return [];
    const until = words.until(told.untilAt, !held);
    return [[words.period(matter.fromAt, matter.toAt), words.matter(plan, matter), told.reason, told.by, until]];
  });
}

function exceptionRows(plan: Plan, range: TimeSpan, words: RegisterWords): string[][] {
  const { duties, restExceptions } = plan.index.plan;
  const own = new Set<string>(plan.view.cases.filter(({ isDetailed }) => isDetailed).map(({ id }) => id));
  const ofRange = duties.filter((duty) => own.has(duty.caseId) && touches(duty, range));
  const onDuty = new Set(ofRange.flatMap(({ crew }) => crew.map(({ officerId }) => officerId)));
  const told = new Map(plan.view.restExceptions.map((one) => [one.id as string, one]));
  return restExceptions
    .filter((one) => touches(one, range) && (one.officerId === null || onDuty.has(one.officerId)))
    .toSorted((a, b) => a.fromAt - b.fromAt)
    .map(({ id, officerId, rule, fromAt, toAt }) => {
      const why = told.get(id);
      const who = officerId === null ? words.everybody : (plan.officerNames.get(officerId) ?? '');
      const decided = [why?.decidedBy, why?.by].map((name) => name ?? '');
      return [words.period(fromAt, toAt), [who, words.rule(rule)].join(': '), why?.reason ?? '', ...decided];
    });
}

function touches(one: { readonly fromAt: number; readonly toAt: number | null }, { fromAt, toAt }: TimeSpan): boolean {
  return one.fromAt < toAt && ((one.toAt ?? Number.POSITIVE_INFINITY) > fromAt || one.fromAt >= fromAt);
}
