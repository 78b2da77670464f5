import { choice, integer, long, ref, required, text } from '../field.ts';
import { defineKind } from './define.ts';

/** A person, once in the whole book: the same threat actor in two cases is one person. */
export const person = defineKind({
  kind: 'person',
  caseFile: true,
  table: 'person',
  scope: 'book',
  tone: 'note',
  icon: 'person',
  area: 'people',
  linkable: true,
  fields: {
    /** Name or alias under which the person is spoken of. */
    name: required(text(120)),
    birthYear: integer(1850, 2200, { keptFromCharged: true }),
    language: text(60, { keptFromCharged: true }),
    /** Interpreter needed, persons refused as interpreter. */
    interpreter: text(200, { keptFromCharged: true }),
    description: long(4_000, { keptFromCharged: true }),
  },
  title: (v) => v.name,
  span: () => null,
  lane: null,
});

export const CASE_ROLES = ['protected', 'threat_actor', 'child', 'other'] as const;
export type CaseRole = (typeof CASE_ROLES)[number];

/** Part a person has in a case: trusselutsatt, trusselutøver, barn, annen. Several of each are possible. */
export const casePerson = defineKind({
  kind: 'case_person',
  caseFile: true,
  table: 'case_person',
  scope: 'case',
  tone: 'note',
  icon: 'group',
  area: 'people',
  linkable: false,
  fields: {
    personId: required(ref('person')),
    role: required(choice(CASE_ROLES)),
    relation: text(120),
  },
  title: (v) => v.relation ?? '',
  span: () => null,
  lane: null,
});
