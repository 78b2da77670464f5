import type { Book } from '#db/book.ts';
import type { Profile } from '#model/briefing.ts';
import { fieldsOf, KIND_NAMES } from '#model/kinds.ts';
import { type Hidden, withoutWithheld } from './redact.ts';

/** Kinds that have values which can be withheld. */
export const HIDING_KINDS = KIND_NAMES.filter((kind) => fieldsOf(kind).some(([, field]) => field.protectable !== null));

/** Every value of the whole book that must not be told, of struck records and of other cases too. */
export async function readHidden(book: Book, profile: Profile): Promise<Hidden[]> {
  const hidden: Hidden[] = [];
  for (const kind of HIDING_KINDS) {
    for (const { values } of await book.list(kind, { struck: true })) {
      hidden.push(...withoutWithheld(kind, values, profile).hidden);
    }
  }
  return hidden;
}
