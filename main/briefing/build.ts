import type { ReviewItem } from '#contract/briefing.ts';
import type { TimelinePaper } from '#contract/timeline-paper.ts';
import { ServiceError } from '#main/services/context.ts';
import {
  type BriefingDocument,
  type BriefingSection,
  type KeyValue,
  type Profile,
  takesNotes,
  WITHHELD_REASONS,
  type Withheld,
} from '#model/briefing.ts';
import type { Lang } from '#model/format.ts';
import type { RecordId } from '#model/ids.ts';
import type { NoteChoice } from './chosen-notes.ts';
import { nextCopy } from './copies.ts';
import { type BriefingContext, isPackage, type Material, readMaterial } from './material.ts';
import { breachSheets } from './package/breach-sheets.ts';
import { caseChronology } from './package/case-chronology.ts';
import { contradictions } from './package/contradictions.ts';
import { evidenceIndex, provingFiles } from './package/evidence-index.ts';
import { lawyersChronology } from './package/lawyers-chronology.ts';
import { orderPapers } from './package/order-papers.ts';
import { patternSummary } from './package/pattern-summary.ts';
import { tokenOf } from './package/review.ts';
import { dangerToOfficers } from './patrol/danger.ts';
import { orderTerms, readBack, riskInAWord } from './patrol/rest.ts';
import { whatIf } from './patrol/what-if.ts';
import { whoAndWhere } from './patrol/who.ts';
import { oneWish } from './patrol/wish.ts';
import { alarms } from './sections/alarm.ts';
import { latestAssessment } from './sections/assessment.ts';
import { chosenNotes } from './sections/chosen-notes.ts';
import { chronology } from './sections/chronology.ts';
import { contactRules } from './sections/contact.ts';
import { courtDates } from './sections/court.ts';
import { herWords } from './sections/her-words.ts';
import { plannedMeasures } from './sections/measures.ts';
import { openMatters } from './sections/open-matters.ts';
import { orderName, ordersInForce } from './sections/orders.ts';
import { threatPicture } from './sections/threats.ts';
import { whereHeIs } from './sections/whereabouts.ts';
import { timelineSections } from './timeline-paper.ts';
import { createWords, type Words } from './words.ts';

export interface BriefingInput {
  readonly caseId: RecordId;
  readonly profile: Profile;
  readonly language: Lang;
  /** A breach or an order that a package is about; null or nothing: the whole case. */
  readonly aboutId?: RecordId | null | undefined;
  /** A range of the timeline to be printed instead of the profile's sections. */
  readonly timeline?: TimelinePaper | undefined;
  /** Notes that are told in full after the profile's sections, where the profile takes notes. */
  readonly notes?: readonly NoteChoice[] | undefined;
}

type Section = (m: Material, w: Words) => BriefingSection;

/** What each profile is built of. A patrol's card lacks what it must not tell because it is never built. */
const SECTIONS: Record<Profile, readonly Section[]> = {
  leder: [
    herWords,
    contactRules,
    whereHeIs,
    openMatters,
    threatPicture,
    ordersInForce,
    alarms,
    plannedMeasures,
    courtDates,
    latestAssessment,
    chronology,
  ],
  saksdokumenter: [orderPapers, breachSheets, caseChronology, evidenceIndex, patternSummary],
  jurist: [orderPapers, breachSheets, contradictions, latestAssessment, caseChronology, evidenceIndex, patternSummary],
  kronologi: [lawyersChronology],
  patrulje: [dangerToOfficers, whoAndWhere, whatIf, oneWish, contactRules, orderTerms, riskInAWord, readBack],
};

const HOUR_MS = 3_600_000;
/** A card holds for a day of duty, a lead's briefing as far as its plan reaches; both end when a newer one is there. */
export const VALID_MS: Partial<Record<Profile, number>> = { patrulje: 24 * HOUR_MS, leder: 72 * HOUR_MS };

/**
 * The briefing of a case as it would leave now: worded, redacted, complete. It tells the book at its checkpoint: written
 * to meanwhile, it is read again.
 * Throws ServiceError NOT_FOUND if there is no such case or chosen note, INVALID_VALUES for notes
 * where none are told.
 * @param reservedCopy its number; without it the one the next copy would have
 */
export async function buildBriefing(
  context: BriefingContext,
  input: BriefingInput,
  reservedCopy?: number,
): Promise<BriefingDocument> {
  const { book } = context;
  const { notes = [] } = input;
  if (!takesNotes(input.profile) && notes.length > 0) {
    throw new ServiceError('INVALID_VALUES', [{ field: 'notes', code: 'INVALID' }]);
  }
  for (let attempt = 1; ; attempt += 1) {
    const before = await book.checkpoint();
    const material = await readMaterial(context, { ...input, notes, assessment: assessmentWord(input) });
    const copy = reservedCopy ?? (await nextCopy(book, input.caseId));
    const after = await book.checkpoint();
    if (before.seq === after.seq || attempt === MOST_ATTEMPTS) return compose(context, input, material, copy, before);
  }
}

function assessmentWord({ language }: Pick<BriefingInput, 'language'>): string {
  return createWords(language, 'UTC').t('writing:grading.basis.assessment');
}

/**
 * Sentences of the papers of a case that a person must look at with the charged person's eyes, in the order in which they
 * would be printed: those that may tell of her, those left out by rule, and those that hold `find`.
 * Throws ServiceError NOT_FOUND as `buildBriefing`.
 */
export async function reviewBriefing(
  context: BriefingContext,
  input: Omit<BriefingInput, 'profile' | 'timeline'>,
  find: string | null = null,
): Promise<ReviewItem[]> {
  const profile = 'saksdokumenter';
  const material = await readMaterial(context, {
    ...input,
    profile,
    notes: [],
    asked: { find },
    assessment: assessmentWord(input),
  });
  const document = compose(context, { ...input, profile }, material, 1, { seq: 0, hash: '' });
  const printed = JSON.stringify(document.sections);
  const placed = material.review.map((item) => ({ item, place: printed.indexOf(tokenOf(item.key)) }));
  return placed
    .filter(({ place }) => place >= 0)
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

/** A book that is written to all the time still gets its briefing, at the checkpoint its reading began with. */
const MOST_ATTEMPTS = 5;

function compose(
  context: BriefingContext,
  { profile, language, timeline }: BriefingInput,
  m: Material,
  copy: number,
  head: { readonly seq: number; readonly hash: string },
): BriefingDocument {
  const { marking, number, name, zone } = m.case.values;
  const w = createWords(language, zone);
  const hash = head.hash.slice(0, 16).replace(/.{4}(?=.)/g, '$& ');
  const checkpoint = `${head.seq} · ${hash}`;
  const [before = '', between = '', after = ''] = w.t('page', { page: '\u0000', pages: '\u0000' }).split('\u0000');
  return {
    language,
    profile,
    marking,
    markingText: w.option('marking', marking),
    handling: w.t('handling'),
    reference: w.t(`reference.${timeline ? 'timeline' : profile}`, { case: number ?? shortened(name) }),
    heading: heading(m, w),
    facts: facts(context, m, w),
    sections: timeline
      ? timelineSections(timeline)
      : [...SECTIONS[profile].map((section) => section(m, w)), ...chosenNotes(m, w)],
    ...((timeline || profile === 'kronologi') && { landscape: true }),
    copy,
    copyText: w.t('copy', { copy }),
    checkpoint,
    checkpointText: w.t('checkpoint', { checkpoint }),
    pageWords: [before, between, after],
    withheldWord: w.t('withheld.word'),
    madeAt: m.now,
    madeBy: context.person.name,
    demonstration: context.purpose === 'real' ? null : w.t('demonstration'),
    withheld: withheld(m),
  };
}

/** It stands in the margin of every page, which has room for two lines. */
function shortened(name: string): string {
  return name.length <= 48 ? name : `${name.slice(0, 47)}…`;
}

function heading(m: Material, w: Words): string {
  const names = m.persons.filter(({ role }) => role === 'protected').map(({ person }) => person.values.name);
  return names.length === 0 ? m.case.values.name : w.t('heading', { names: w.list(names) });
}

function facts(context: BriefingContext, m: Material, w: Words): KeyValue[] {
  const { name, number, summary } = m.case.values;
  const named = (role: 'protected' | 'threat_actor' | 'child') => {
    return w.list(m.persons.filter((one) => one.role === role).map(({ person }) => person.values.name));
  };
  const items: KeyValue[] = [];
  const add = (key: string, value: string | null) => {
    if (value) items.push({ key, value });
  };
  // On a card the case and whom it is about stand above already.
  if (isPackage(m.profile) || m.profile === 'kronologi') {
    add(w.t('package:what'), w.t(`package:is.${m.profile}`));
    add(w.t('package:about'), aboutWords(m, w));
    add(w.t('fact.case'), number);
    add(w.option('role', 'protected'), named('protected') || w.t('nobody'));
    add(w.option('role', 'threat_actor'), named('threat_actor') || w.t('nobody'));
  }
  if (m.profile === 'leder') {
    add(w.t('fact.case'), [number, name].filter(Boolean).join(', '));
    add(w.option('role', 'protected'), named('protected') || w.t('nobody'));
    add(w.option('role', 'child'), named('child'));
    add(w.option('role', 'threat_actor'), named('threat_actor') || w.t('nobody'));
    add(w.t('kinds:field.summary'), summary);
  }
  if (m.profile === 'leder' || m.profile === 'jurist') {
    for (const { values } of m.case_officer.filter((one) => hasPart(one, m.now))) {
      add(w.option('duty', values.duty), [values.name, values.phone].filter(Boolean).join(', '));
    }
  }
  add(w.t('made'), w.t('madeBy', { at: w.at(m.now), person: context.person.name }));
  const validMs = VALID_MS[m.profile];
  if (validMs !== undefined) add(w.t('valid'), w.t('validUntil', { at: w.at(m.now + validMs) }));
  return items;
}

function hasPart({ values: { fromAt, toAt } }: Material['case_officer'][number], now: number): boolean {
  return (fromAt === null || fromAt <= now) && (toAt === null || toAt > now);
}

/** What a package is about: which breach, or which order; nothing where it is the whole case. */
function aboutWords({ scope, breach, order, breachNumbers }: Material, w: Words): string | null {
  if (!scope) return null;
  const orders = order.map(({ values }) => orderName(values, w));
  const told = breach
    .filter(({ id }) => scope.breachIds.has(id))
    .map(({ id, values }) => {
      const number = w.t('package:breaches.number', { number: breachNumbers.get(id) ?? 0 });
      return values.happened ? `${number} (${w.when(values.happened)})` : number;
    });
  return [...orders, ...told].join(', ') || null;
}

/** What was left out, by why and how often, for the one who hands it out. */
function withheld(m: Material): Withheld[] {
  const counts: Record<Withheld['reason'], number> = {
    ...m.withheld,
    plan: m.measure.length + (m.notTold.measure ?? 0),
    wishes: isPackage(m.profile) ? m.wish.length + (m.notTold.wish ?? 0) : Math.max(0, m.wish.length - 1),
    events: m.threat.length + m.incident.length + m.contact.length + m.report.length + m.breach.length,
    steps: m.arrest.length + m.remand.length + m.court_step.length + m.referral.length,
    notes: m.note.length - m.chosenNotes.length + (m.notTold.note ?? 0),
    files: filesLeftOut(m),
  };
  const reasons = WITHHELD_REASONS.filter(
    (reason) =>
      m.profile === 'patrulje' ||
      isOnEveryCopy(reason) ||
      (isPackage(m.profile) && reason !== 'events' && reason !== 'steps' && reason !== 'staffing'),
  );
  return reasons.map((reason) => ({ reason, count: counts[reason] })).filter(({ count }) => count > 0);
}

/** Files that prove nothing of what is told. */
function filesLeftOut(m: Material): number {
  return m.profile === 'saksdokumenter' ? m.attachment.length - provingFiles(m).length : 0;
}

function isOnEveryCopy(reason: Withheld['reason']): boolean {
  return (
    reason === 'protected' ||
    reason === 'code' ||
    reason === 'sentence' ||
    reason === 'kept' ||
    reason === 'conditional'
  );
}
