import type { Known } from './known.ts';

/** Persons of the case who are no threat actor in it. */
export function othersThanActors(known: Known): Set<string> {
  const parts = known.of('case_person').map(({ record }) => record.values);
  const actors = new Set(parts.flatMap(({ role, personId }) => (role === 'threat_actor' ? [personId] : [])));
  return new Set(parts.flatMap(({ personId }) => (actors.has(personId) ? [] : [personId])));
}
