import type { ReviewItem } from '#contract/briefing.ts';
import { type Context, ServiceError } from '#main/services/context.ts';
import { type Profile, WITHHELD } from '#model/briefing.ts';
import type { Field } from '#model/field.ts';
import type { RecordId } from '#model/ids.ts';
import type { CaseRole } from '#model/kinds/person.ts';
import { type BookRecord, fieldsOf, isCaseFile, type Kind } from '#model/kinds.ts';
import { type ChosenNote, type NoteChoice, readChosenNotes } from './chosen-notes.ts';
import { type PlannedPart, readDuties } from './duties.ts';
import { readNewest } from './newest.ts';
import { createCues, secretPlaces } from './package/cues.ts';
import { readFileLinks } from './package/files.ts';
import { type Asked, type Known, Review } from './package/review.ts';
import { type Scope, scopeOf, within } from './package/scope.ts';
import { createScrub, type Hidden, nameKey, type Reason, withoutWithheld } from './redact.ts';

export interface CasePerson {
  readonly person: BookRecord<'person'>;
  readonly role: CaseRole;
  readonly relation: string | null;
}

/** Kinds that belong to the case and are read whole. */
const CASE_KINDS = [
  'wish',
  'threat',
  'incident',
  'contact',
  'report',
  'order',
  'breach',
  'assessment',
  'measure',
  'alarm',
  'referral',
  'arrest',
  'remand',
  'court_step',
  'note',
  'order_term',
  'order_service',
  'response_step',
  'evidence',
  'case_officer',
  'attachment',
  'custody_event',
  'transfer',
] as const satisfies readonly Kind[];
type CaseKind = (typeof CASE_KINDS)[number];

/** Everything a briefing may be built from, already without what its profile must not tell. */
export type Material = Readonly<{ [K in CaseKind]: readonly BookRecord<K>[] }> & {
  readonly profile: Profile;
  readonly case: BookRecord<'case'>;
  /** Protected persons first, each role in the order they were added. */
  readonly persons: readonly CasePerson[];
  readonly contactPoints: readonly BookRecord<'contact_point'>[];
  readonly places: ReadonlyMap<RecordId, BookRecord<'place'>>;
  readonly whereabouts: readonly BookRecord<'whereabouts'>[];
  /** What is planned within the reach of a briefing: each occurrence with who is on it, and why it may stand so. */
  readonly planned: PlannedPart;
  /** Name of a person of the book. */
  readonly nameOf: (id: RecordId) => string | null;
  /** Evidence that each file proves. */
  readonly fileLinks: ReadonlyMap<RecordId, readonly RecordId[]>;
  /** What a package is about; null: the whole case, and every other briefing. */
  readonly scope: Scope | null;
  /** Place of each breach among all of the case, from 1. */
  readonly breachNumbers: ReadonlyMap<RecordId, number>;
  /** Notes that were chosen to be told in full. */
  readonly chosenNotes: readonly ChosenNote[];
  /** How often something was left out, by why. */
  readonly withheld: Readonly<Record<Reason, number>>;
  /** Records of a kind, or of a case file, that are not told at all. */
  readonly notTold: Readonly<Partial<Record<Kind, number>>>;
  /** Sentences that a person is asked about before the charged person reads them. */
  readonly review: readonly ReviewItem[];
  /** Oldest records of the case that are too many to be told. */
  readonly leftOut: number;
  readonly now: number;
};

/** What a briefing needs of the open book. */
export type BriefingContext = Pick<Context, 'book' | 'person' | 'purpose' | 'now'>;

export interface MaterialInput {
  readonly caseId: RecordId;
  readonly profile: Profile;
  /** A breach or an order that a package is about; null: the whole case. */
  readonly aboutId?: RecordId | null | undefined;
  /** The sentences that may tell of her are asked for, and stand in the texts as tokens. */
  readonly asked?: Asked | null;
  /** Notes that are told in full. */
  readonly notes?: readonly NoteChoice[];
  /** The word that tells an assessment from a fact beside a grade, in the language of the briefing. */
  readonly assessment: string;
}

/** What only a package tells. */
const PACKAGE_ONLY: readonly Kind[] = ['attachment', 'custody_event'];

/**
 * Reads what a briefing of the case is built from. Withheld values never reach the sections: each record's own go as it
 * is read, then every text of every record is searched for them.
 * Throws ServiceError NOT_FOUND if there is no such case, or no such breach or order in it.
 */
export async function readMaterial(
  context: BriefingContext,
  { caseId, profile, aboutId = null, asked = null, notes = [], assessment }: MaterialInput,
): Promise<Material> {
  const { book } = context;
  const found = await book.list('case', { ids: [caseId] });
  if (found.length === 0) throw new ServiceError('NOT_FOUND');
  const parts = await book.list('case_person', { caseId });
  const isInCase = new Set(parts.map((part) => part.values.personId));
  const redaction = new Redaction(profile, assessment);
  const { take } = redaction;

  const persons = take('person', await book.list('person'), ({ id }) => isInCase.has(id));
  // Those of other cases and struck ones too: what is protected there is not told here either.
  const isTold = ({ struckAt }: { readonly struckAt: number | null }) => struckAt === null;
  const all = { struck: true };
  const places = take(
    'place',
    await book.list('place', all),
    (one) => isTold(one) && isInCase.has(one.values.personId ?? caseId),
  ).filter(isTold);
  const points = take(
    'contact_point',
    await book.list('contact_point', all),
    (one) => isTold(one) && isInCase.has(one.values.personId),
  ).filter(isTold);
  take('alarm', await book.list('alarm', all), () => false);
  const stays = take('whereabouts', await book.list('whereabouts'), ({ values }) => isInCase.has(values.personId));
  const read = CASE_KINDS.filter((kind) => isPackage(profile) || !PACKAGE_ONLY.includes(kind));
  const newest = await readNewest(book, caseId, read);
  const ofCase: Partial<Record<CaseKind, BookRecord[]>> = {};
  for (const kind of read) {
    const filter = newest.ids ? { caseId, ids: newest.ids.get(kind) ?? [] } : { caseId };
    ofCase[kind] = take(kind, await book.list(kind, filter), () => true);
  }

  const list = <K extends CaseKind>(kind: K) => (ofCase[kind] ?? []) as unknown as readonly BookRecord<K>[];
  const scope = aboutId === null ? null : scopeOf(aboutId, list('order'), list('breach'), list('response_step'));
  if (aboutId !== null && scope === null) throw new ServiceError('NOT_FOUND');
  const breachNumbers = new Map(list('breach').map(({ id }, index) => [id, index + 1]));
  const fileLinks = isPackage(profile) ? await readFileLinks(book, caseId) : new Map<RecordId, readonly RecordId[]>();
  for (const kind of read) {
    if (scope) ofCase[kind] = (ofCase[kind] ?? []).filter((record) => within(scope, record, fileLinks));
  }
  const notTold: Partial<Record<Kind, number>> = {};
  let review: Review | null = null;
  if (profile === 'saksdokumenter') {
    const orders = [...list('order'), ...list('order_term')];
    const hers = places.filter(({ values }) => values.personId !== null && !isActor(parts, values.personId));
    for (const place of secretPlaces(hers, orders)) redaction.keepLabel(place.id);
    const actors = [...list('arrest'), ...list('response_step')].map(({ values }) => values.actorText);
    const cues = createCues(redaction.kept, hers, orders, actors);
    review = await Review.open(book, caseId, { cues, isKnown: servedTerms(list('order')) }, asked);
    for (const kind of CASE_KINDS) {
      const told = (ofCase[kind] ?? []).filter(({ values }) => isCaseFile(kind, values));
      notTold[kind] = (ofCase[kind]?.length ?? 0) - told.length;
      ofCase[kind] = told;
    }
  }
  if (profile === 'jurist') redaction.tellNames(namesTold(list));
  const { clean, reviewed, withheld, scrub } = redaction.finish(review);
  const chosen = await readChosenNotes(book, caseId, notes, profile, scrub, assessment);
  const byId = new Map(clean(persons).map((person) => [person.id, person]));
  const kinds = Object.fromEntries(CASE_KINDS.map((kind) => [kind, reviewed(ofCase[kind] ?? [])]));
  const [caseRecord] = clean(take('case', found, () => true));
  if (!caseRecord) throw new ServiceError('NOT_FOUND');
  return {
    ...(kinds as { [K in CaseKind]: BookRecord<K>[] }),
    profile,
    case: caseRecord,
    persons: casePersons(clean(parts), byId),
    contactPoints: clean(points).filter(({ values }) => isInCase.has(values.personId)),
    places: new Map(clean(places).map((place) => [place.id, place])),
    whereabouts: clean(stays).filter(({ values }) => isInCase.has(values.personId)),
    // Who stands where is for the lead: a lost card must not say when she is alone.
    planned: profile === 'leder' ? await readDuties(book, caseRecord, context.now()) : { duties: [], grounds: [] },
    nameOf: (id) => byId.get(id)?.values.name ?? null,
    leftOut: newest.leftOut,
    fileLinks,
    scope,
    breachNumbers,
    notTold,
    review: review?.items ?? [],
    chosenNotes: chosen.notes,
    withheld: withheld({ conditional: chosen.conditional, sentence: chosen.sentences }),
    now: context.now(),
  };
}

/** Takes records in, learns what must not be told, and gives them back without it. */
class Redaction {
  readonly #profile: Profile;
  readonly #assessment: string;
  readonly #hidden: Hidden[] = [];
  readonly #counted = new Set<RecordId>();
  readonly #labels = new Set<RecordId>();
  readonly #told = new Set<string>();
  readonly #counts: Record<Reason, number> = {
    protected: 0,
    code: 0,
    staffing: 0,
    kept: 0,
    sentence: 0,
    conditional: 0,
  };

  constructor(profile: Profile, assessment: string) {
    this.#profile = profile;
    this.#assessment = assessment;
  }

  /** `counts` says of which records it is told that something was left out: those of the case. */
  readonly take = <K extends Kind>(
    kind: K,
    records: readonly BookRecord<K>[],
    counts: (record: BookRecord<K>) => boolean,
  ): BookRecord<K>[] =>
    records.map((record) => {
      const { values, hidden } = withoutWithheld(kind, record.values, this.#profile, this.#assessment);
      this.#hidden.push(...hidden);
      if (counts(record)) {
        this.#counted.add(record.id);
        for (const { reason } of hidden) this.#counts[reason] += 1;
      }
      // The header's titles are made of the values as they were.
      return { ...record, title: '', titleEn: null, values: values as BookRecord<K>['values'] };
    });

  /** What kinds keep from the charged person: looked for in what is told, and asked about. */
  get kept(): readonly Hidden[] {
    return this.#hidden;
  }

  /** These stand in the paper by what they did: their names are told although they are on duty too. */
  tellNames(names: readonly (string | null)[]): void {
    for (const name of names) if (name !== null) this.#told.add(nameKey(name));
  }

  /** The label of this place is not told where a record refers to it. */
  keepLabel(id: RecordId): void {
    this.#labels.add(id);
  }

  /** @param review reads what is left of each free text, for papers that the charged person reads */
  finish(review: Review | null) {
    const hidden = this.#hidden.filter(({ reason }) => review === null || reason !== 'staffing');
    const scrub = createScrub(hidden, this.#told);
    const scrubbed = <K extends Kind>(record: BookRecord<K>, review: Review | null): BookRecord<K> => {
      const values: Record<string, unknown> = { ...record.values };
      for (const [name, field] of fieldsOf(record.kind)) {
        const value = values[name];
        if (typeof value !== 'string' || value === WITHHELD || !isFreeText(field)) continue;
        const { text, hits } = scrub(value);
        const read = review?.read(record, name, text) ?? { text, hits: 0 };
        values[name] = read.text;
        if (this.#counted.has(record.id)) this.#counts.sentence += hits + read.hits;
      }
      if (this.#labels.has(record.id)) values.label = WITHHELD;
      return { ...record, values: values as BookRecord<K>['values'] };
    };
    return {
      clean: <K extends Kind>(records: readonly BookRecord<K>[]) => records.map((one) => scrubbed(one, null)),
      reviewed: <K extends Kind>(records: readonly BookRecord<K>[]) => records.map((one) => scrubbed(one, review)),
      scrub,
      withheld: (more: Pick<Record<Reason, number>, 'conditional' | 'sentence'>): Record<Reason, number> => ({
        ...this.#counts,
        conditional: this.#counts.conditional + more.conditional,
        sentence: this.#counts.sentence + more.sentence,
      }),
    };
  }
}

type List = <K extends CaseKind>(kind: K) => readonly BookRecord<K>[];

/**
 * Who arrested, secured, served and answers for the case: the lawyer is told so by the records themselves, and needs the
 * name although the same patrol or officer stands in the plan of her protection.
 */
function namesTold(list: List): (string | null)[] {
  return [
    ...[...list('arrest'), ...list('response_step')].map(({ values }) => values.actorText),
    ...list('evidence').map(({ values }) => values.securedBy),
    ...list('order').map(({ values }) => values.servedBy),
    ...list('case_officer').map(({ values }) => values.name),
  ];
}

/** The terms of an order that was served on him: he has them on paper. */
function servedTerms(orders: readonly BookRecord<'order'>[]): Known {
  const served = new Set(orders.filter(({ values }) => values.servedAt !== null).map(({ id }) => id));
  return ({ kind, id, values }, field) => {
    if (kind === 'order') return field === 'terms' && served.has(id);
    return kind === 'order_term' && served.has((values as BookRecord<'order_term'>['values']).orderId);
  };
}

function isActor(parts: readonly BookRecord<'case_person'>[], personId: RecordId): boolean {
  return parts.some(({ values }) => values.personId === personId && values.role === 'threat_actor');
}

/** True for the two builds of a breach package. */
export function isPackage(profile: Profile): boolean {
  return profile === 'saksdokumenter' || profile === 'jurist';
}

function isFreeText({ type }: Field<unknown>): boolean {
  return type === 'text' || type === 'long' || type === 'suggest';
}

const ROLE_ORDER: readonly CaseRole[] = ['protected', 'child', 'threat_actor', 'other'];

function casePersons(
  parts: readonly BookRecord<'case_person'>[],
  byId: ReadonlyMap<RecordId, BookRecord<'person'>>,
): CasePerson[] {
  const persons = parts.flatMap(({ values }): CasePerson[] => {
    const person = byId.get(values.personId);
    return person ? [{ person, role: values.role, relation: values.relation }] : [];
  });
  return persons.sort((a, b) => ROLE_ORDER.indexOf(a.role) - ROLE_ORDER.indexOf(b.role));
}
