import type { RecordId } from '../ids.ts';
import type { BookRecord, Kind } from '../kinds.ts';
import { boundsOf, type When, whenAtMinute } from '../when.ts';
import type { ChainFacts } from './facts.ts';
import { type ChainStep, OF_ARREST, stepsOfCourt } from './steps.ts';

/** How a record came into a chain: it is the breach itself, refers to it, or only a rule says so. */
export type ChainLink = 'own' | 'linked' | 'by_rule';

/** One record's word on when a step was. */
export interface Reading {
  readonly step: ChainStep;
  readonly at: When;
  readonly recordId: RecordId;
  readonly kind: Kind;
  readonly link: ChainLink;
  readonly who: string | null;
  readonly text: string | null;
  readonly readFrom: string | null;
  readonly logNumber: string | null;
  /** Chosen among readings that differ. */
  readonly chosen: boolean;
  /** Until when, of a remand that tells it, ms UTC. */
  readonly untilAt: number | null;
  /** A later decision on the same remand: a step of its own, and no second word on the first. */
  readonly isExtension: boolean;
}

const DAY_MS = 24 * 60 * 60_000;
/** An arrest, a remand or a report that nothing links answers every breach of the seven days before it. */
const ANSWER_MS = 7 * DAY_MS;
/** A court step that nothing links belongs to the breaches of the year before it. */
const COURT_MS = 365 * DAY_MS;

/** What belongs to a breach, in no order yet: what refers to it, and by rule what refers to no breach. */
export function readingsOf(breach: BookRecord<'breach'>, facts: ChainFacts): Reading[] {
  const found = [...ownReadings(breach, facts)];
  const { happened } = breach.values;
  const same = sameArrests(breach.id, facts);
  const arrests = linkedOr(
    facts.arrest,
    breach,
    (one) => one.values.breachId === breach.id || same.has(one.id),
    (one) =>
      one.values.breachId === null && follows(one.values.happened, happened, ANSWER_MS) && isSameActor(one, breach),
  );
  for (const { record, link } of arrests) found.push(...arrestReadings(record, link, breach));
  const arrestIds = new Set(arrests.map(({ record }) => record.id));
  const linkOf = (isLinked: boolean): ChainLink => (isLinked ? 'linked' : 'by_rule');

  for (const response of facts.response_step) {
    const { breachId, arrestId, step, happened: at } = response.values;
    const isOwn = breachId === breach.id;
    const isOfArrest = arrestId !== null && arrestIds.has(arrestId);
    const isLinked = isOwn || isLinkedArrest(arrests, arrestId);
    // What was done with him after the arrest was done for every breach that it answers.
    const isShared = breachId === null ? isOfArrest : isLinked && isOfArrest && OF_ARREST.has(step);
    if (at && (isOwn || isShared)) found.push(reading(response, step, at, linkOf(isLinked)));
  }
  const remands = linkedOr(
    facts.remand,
    breach,
    (one) => one.values.arrestId !== null && arrestIds.has(one.values.arrestId),
    (one) =>
      one.values.arrestId === null && follows(remandAt(one, breach), happened, ANSWER_MS) && isSameActor(one, breach),
  );
  for (const { record, link } of remands) {
    const at = remandAt(record, breach);
    const { untilAt, extendsId } = record.values;
    if (at) found.push({ ...reading(record, 'remand_decided', at, link), untilAt, isExtension: extendsId !== null });
    const { releasedAt } = record.values;
    if (releasedAt !== null) {
      found.push({ ...reading(record, 'release', whenAtMinute(releasedAt, zoneOf(breach)), link), text: null });
    }
  }
  for (const court of facts.court_step) {
    const { breachId, arrestId } = court.values;
    const isLinked = breachId === breach.id || (arrestId !== null && arrestIds.has(arrestId));
    const isFree = breachId === null && arrestId === null && !isHers(court, facts) && isSameActor(court, breach);
    const at = courtAt(court, breach);
    if (!at || !(isLinked || (isFree && follows(at, happened, COURT_MS)))) continue;
    for (const step of stepsOfCourt(court.values).steps) found.push(reading(court, step, at, linkOf(isLinked)));
  }
  if (!found.some(({ step }) => step === 'reported')) {
    const report = facts.report.find((one) => follows(one.values.happened, happened, ANSWER_MS));
    if (report?.values.happened) found.push(reading(report, 'reported', report.values.happened, 'by_rule'));
  }
  return found;
}

function ownReadings(breach: BookRecord<'breach'>, facts: ChainFacts): Reading[] {
  const { reportedAt, decidedAt, reportedBy, logNumber } = breach.values;
  const zone = zoneOf(breach);
  const own: Reading[] = [];
  if (reportedAt !== null) {
    const one = reading(breach, 'reported', whenAtMinute(reportedAt, zone), 'own');
    own.push({ ...one, who: reportedBy, logNumber, text: null });
  }
  // The step that it was taken from says more of it.
  const isTold = facts.response_step.some(
    ({ values }) =>
      values.step === 'lawyer_decided' && values.breachId === breach.id && values.happened?.fromAt === decidedAt,
  );
  if (decidedAt !== null && !isTold) {
    own.push({ ...reading(breach, 'lawyer_decided', whenAtMinute(decidedAt, zone), 'own'), who: null, text: null });
  }
  return own;
}

function arrestReadings(arrest: BookRecord<'arrest'>, link: ChainLink, breach: BookRecord<'breach'>): Reading[] {
  const { happened, releasedAt } = arrest.values;
  const found: Reading[] = [];
  if (happened) found.push(reading(arrest, 'arrested', happened, link));
  if (releasedAt !== null) {
    found.push({ ...reading(arrest, 'release', whenAtMinute(releasedAt, zoneOf(breach)), link), text: null });
  }
  return found;
}

type Telling = BookRecord<'breach' | 'arrest' | 'response_step' | 'remand' | 'court_step' | 'report'>;

function reading(record: Telling, step: ChainStep, at: When, link: ChainLink): Reading {
  const values = record.values as { actorText: string | null; text: string | null } & Record<string, unknown>;
  return {
    step,
    at,
    recordId: record.id,
    kind: record.kind,
    link,
    who: values.actorText,
    text: values.text,
    readFrom: (values.readFrom as string | null | undefined) ?? null,
    logNumber: (values.logNumber as string | null | undefined) ?? null,
    chosen: values.chosen === true,
    untilAt: null,
    isExtension: false,
  };
}

/** Arrests of which a step says that they answer this breach too: one arrest may answer several of a night. */
function sameArrests(breachId: RecordId, facts: ChainFacts): ReadonlySet<RecordId> {
  const said = facts.response_step.filter(({ values }) => values.step === 'arrested' && values.breachId === breachId);
  return new Set(said.flatMap(({ values }) => values.arrestId ?? []));
}

interface Linked<R> {
  readonly record: R;
  readonly link: ChainLink;
}

function linkedOr<R>(
  records: readonly R[],
  breach: BookRecord<'breach'>,
  isLinked: (record: R) => boolean,
  isByRule: (record: R) => boolean,
): Linked<R>[] {
  return records.flatMap((record): Linked<R>[] => {
    if (isLinked(record)) return [{ record, link: 'linked' }];
    return breach.values.happened && isByRule(record) ? [{ record, link: 'by_rule' }] : [];
  });
}

function isLinkedArrest(arrests: readonly Linked<BookRecord<'arrest'>>[], id: RecordId | null): boolean {
  return arrests.some(({ record, link }) => record.id === id && link === 'linked');
}

/**
 * True if `later` can lie in the time from `first` to `withinMs` after it; it need not be known to the minute. What is
 * known only as before or after a time is near nothing: a rule links it to none.
 */
function follows(later: When | null, first: When | null, withinMs: number): boolean {
  if (later === null || first === null || isOpen(later) || isOpen(first)) return false;
  return boundsOf(later).toAt > boundsOf(first).fromAt && boundsOf(later).fromAt <= first.fromAt + withinMs;
}

function isOpen({ qualifier }: When): boolean {
  return qualifier === 'before' || qualifier === 'after';
}

/** False only where both records say who he is and they differ. */
function isSameActor(record: BookRecord<'arrest' | 'remand' | 'court_step'>, breach: BookRecord<'breach'>): boolean {
  const { personId } = record.values;
  const { actorId } = breach.values;
  return personId === null || actorId === null || personId === actorId;
}

function isHers(court: BookRecord<'court_step'>, facts: ChainFacts): boolean {
  const { actorId } = court.values;
  return actorId !== null && facts.protectedIds.has(actorId);
}

function remandAt(remand: BookRecord<'remand'>, breach: BookRecord<'breach'>): When | null {
  const at = remand.values.decidedAt ?? remand.values.fromAt;
  return at === null ? remand.values.happened : whenAtMinute(at, zoneOf(breach));
}

/** When a court step was: opened, else the fact; one that is only scheduled has not been. */
function courtAt(court: BookRecord<'court_step'>, breach: BookRecord<'breach'>): When | null {
  const { openedAt, happened } = court.values;
  return openedAt === null ? happened : whenAtMinute(openedAt, zoneOf(breach));
}

function zoneOf(breach: BookRecord<'breach'>): string {
  return breach.values.happened?.zone ?? 'UTC';
}
