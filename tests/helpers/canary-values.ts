import type { Field } from '#model/field.ts';
import type { RecordId } from '#model/ids.ts';
import { fieldsOf, type Kind } from '#model/kinds.ts';
import { DEFAULT_ZONE } from '#model/time.ts';
import { whenOf } from '#model/when.ts';

const HOUR_MS = 3_600_000;
const FIRST_AT = Date.UTC(2026, 2, 1, 20);
const WHEN = whenOf('2026-03-02', '', 'day', DEFAULT_ZONE);

/** Fields whose text is no free text. */
const FORMS: Readonly<Record<string, string>> = { zone: DEFAULT_ZONE, recurrence: 'FREQ=DAILY;COUNT=2' };

/** Shorter fields cannot hold a word that is nowhere else: a registration plate, a code. */
const SHORT = 24;

/** False for a field whose text no person writes freely: a time zone, a rule, what was noted of a file by itself. */
export function isFreeText(name: string, field: Field<unknown>): boolean {
  if ((field.fixed && field.hidden) || Object.hasOwn(FORMS, name) || field.maxLength < SHORT) return false;
  return field.type === 'text' || field.type === 'long' || field.type === 'suggest';
}

/**
 * Values for every field of a kind, made from its declaration alone, so that a new kind or field is covered by itself.
 * @param word for each free text; what it answers is written there
 * @param refOf a record of a kind, or null where there is none yet; '*' is any kind
 * @param given values that are to be these
 */
export function filledValues(
  kind: Kind,
  word: (field: string) => string,
  refOf: (kind: string) => RecordId | null,
  given: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  fieldsOf(kind).forEach(([name, field], index) => {
    // A case that was taken over is read only: nothing more could be written in it.
    const isTakenOver = kind === 'transfer' && name === 'takenOverAt';
    values[name] = given[name] ?? (isTakenOver ? null : fieldValue(kind, name, field, index, word, refOf));
  });
  return values;
}

function fieldValue(
  kind: Kind,
  name: string,
  field: Field<unknown>,
  index: number,
  word: (field: string) => string,
  refOf: (kind: string) => RecordId | null,
): unknown {
  switch (field.type) {
    case 'choice':
      return field.options[0];
    case 'choices':
      return field.options.slice(0, 2);
    case 'flag':
      return true;
    case 'integer':
      return [1, 1990].find((number) => field.schema.safeParse(number).success);
    // Later fields are later times: ends lie after starts.
    case 'instant':
      return FIRST_AT + index * HOUR_MS;
    case 'local':
      return new Date(FIRST_AT + index * 24 * HOUR_MS).toISOString().slice(0, 16);
    case 'when':
      return WHEN;
    case 'ref': {
      const id = refOf(field.ref ?? '');
      if (id === null && field.required) throw new Error(`${kind}.${name} refers to what is not there yet`);
      return id;
    }
    case 'document':
      return JSON.stringify({
        version: 1,
        blocks: [{ type: 'paragraph', content: [{ type: 'text', text: word(name) }] }],
      });
    default:
      return FORMS[name] ?? (field.maxLength < SHORT ? 'AB 12345'.slice(0, field.maxLength) : word(name));
  }
}
