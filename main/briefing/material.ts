import { type Context, ServiceError } from '#main/services/context.ts';
import { type Profile, WITHHELD } from '#model/briefing.ts';
import type { Field } from '#model/field.ts';
import type { RecordId } from '#model/ids.ts';
import type { CaseRole } from '#model/kinds/person.ts';
import { type BookRecord, fieldsOf, type Kind } from '#model/kinds.ts';
import { type PlannedDuty, readDuties } from './duties.ts';
import { readNewest } from './newest.ts';
import { tellingOfHer } from './package/telling.ts';
import { createScrub, type Hidden, type Reason, withoutWithheld } from './redact.ts';

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
  /** What is planned within the reach of a briefing: each occurrence with who is on it. */
  readonly duties: readonly PlannedDuty[];
  /** Name of a person of the book. */
  readonly nameOf: (id: RecordId) => string | null;
  /** How often something was left out, by why. */
  readonly withheld: Readonly<Record<Reason, number>>;
  /** Oldest records of the case that are too many to be told. */
  readonly leftOut: number;
  readonly now: number;
};

/** What a briefing needs of the open book. */
export type BriefingContext = Pick<Context, 'book' | 'person' | 'purpose' | 'now'>;

/**
 * Reads what a briefing of the case is built from. Withheld values never reach the sections: each record's own go as it
 * is read, then every text of every record is searched for them.
 * Throws ServiceError NOT_FOUND if there is no such case.
 */
export async function readMaterial(context: BriefingContext, caseId: RecordId, profile: Profile): Promise<Material> {
  const { book } = context;
  const found = await book.list('case', { ids: [caseId] });
  if (found.length === 0) throw new ServiceError('NOT_FOUND');
  const parts = await book.list('case_person', { caseId });
  const isInCase = new Set(parts.map((part) => part.values.personId));
  const redaction = new Redaction(profile);
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
  const newest = await readNewest(book, caseId, CASE_KINDS);
  const ofCase: Partial<Record<CaseKind, BookRecord[]>> = {};
  for (const kind of CASE_KINDS) {
    const filter = newest.ids ? { caseId, ids: newest.ids.get(kind) ?? [] } : { caseId };
    ofCase[kind] = take(kind, await book.list(kind, filter), () => true);
  }

  if (profile === 'saksdokumenter') {
    const orders = [...(ofCase.order ?? []), ...(ofCase.order_term ?? [])];
    redaction.hide(tellingOfHer(places, orders as unknown as readonly BookRecord<'order' | 'order_term'>[]));
  }
  const { clean, withheld } = redaction.finish();
  const byId = new Map(clean(persons).map((person) => [person.id, person]));
  const kinds = Object.fromEntries(CASE_KINDS.map((kind) => [kind, clean(ofCase[kind] ?? [])]));
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
    duties: profile === 'leder' ? await readDuties(book, caseRecord, context.now()) : [],
    nameOf: (id) => byId.get(id)?.values.name ?? null,
    leftOut: newest.leftOut,
    withheld: withheld(),
    now: context.now(),
  };
}

/** Takes records in, learns what must not be told, and gives them back without it. */
class Redaction {
  readonly #profile: Profile;
  readonly #hidden: Hidden[] = [];
  readonly #counted = new Set<RecordId>();
  readonly #counts: Record<Reason, number> = { protected: 0, code: 0, staffing: 0, sentence: 0 };

  constructor(profile: Profile) {
    this.#profile = profile;
  }

  /** `counts` says of which records it is told that something was left out: those of the case. */
  readonly take = <K extends Kind>(
    kind: K,
    records: readonly BookRecord<K>[],
    counts: (record: BookRecord<K>) => boolean,
  ): BookRecord<K>[] =>
    records.map((record) => {
      const { values, hidden } = withoutWithheld(kind, record.values, this.#profile);
      this.#hidden.push(...hidden);
      if (counts(record)) {
        this.#counted.add(record.id);
        for (const { reason } of hidden) this.#counts[reason] += 1;
      }
      // The header's titles are made of the values as they were.
      return { ...record, title: '', titleEn: null, values: values as BookRecord<K>['values'] };
    });

  /** Texts of which no sentence may tell. */
  hide(texts: readonly string[]): void {
    this.#hidden.push(...texts.map((text) => ({ text, reason: 'protected' as const })));
  }

  finish() {
    const scrub = createScrub(this.#hidden);
    const scrubbed = <K extends Kind>(record: BookRecord<K>): BookRecord<K> => {
      const values: Record<string, unknown> = { ...record.values };
      for (const [name, field] of fieldsOf(record.kind)) {
        const value = values[name];
        if (typeof value !== 'string' || value === WITHHELD || !isFreeText(field)) continue;
        const { text, hits } = scrub(value);
        values[name] = text;
        if (this.#counted.has(record.id)) this.#counts.sentence += hits;
      }
      return { ...record, values: values as BookRecord<K>['values'] };
    };
    return {
      clean: <K extends Kind>(records: readonly BookRecord<K>[]): BookRecord<K>[] => records.map(scrubbed),
      withheld: (): Record<Reason, number> => ({ ...this.#counts }),
    };
  }
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
