import { type NoteChoices, noteChoices } from '#contract/briefing.ts';
import type { Context } from '#main/services/context.ts';
import { understoodDocument } from '#model/document/parse.ts';
import { partsOf } from '#model/document/part.ts';
import { isRecordId, type RecordId } from '#model/ids.ts';
import { type Call, text, UsageError } from './args.ts';
import { CommandError } from './errors.ts';

/**
 * Notes that a call of `brief` takes along: ids with commas between, each with `#2` behind it for its second heading
 * alone.
 * @throws UsageError for what is no such list; CommandError NOT_FOUND for a note or heading the book does not have
 */
export async function noteChoicesOf(call: Call, { book }: Pick<Context, 'book'>): Promise<NoteChoices> {
  if (call.options.notes === undefined) return [];
  const given = text(call, 'notes')
    .split(',')
    .map((one) => /^([0-9a-f]+)(?:#([1-9]\d{0,3}))?$/.exec(one.trim()));
  const choices = [];
  for (const one of given) {
    const [, id = '', heading] = one ?? [];
    if (!isRecordId(id)) throw new UsageError('--notes is ids of notes with commas between, as ID or ID#2');
    choices.push(heading === undefined ? { id } : { id, part: await partOf(book, id, Number(heading)) });
  }
  const checked = noteChoices.safeParse(choices);
  if (!checked.success) throw new UsageError('--notes takes 30 notes at most');
  return checked.data;
}

async function partOf(book: Context['book'], id: RecordId, heading: number) {
  const [note] = await book.list('note', { ids: [id] });
  const document = note?.values.document ? understoodDocument(note.values.document) : null;
  const part = document && partsOf(document)[heading - 1];
  if (!part) throw new CommandError('NOT_FOUND', 'the note has no such heading');
  return part;
}
