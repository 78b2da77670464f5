import type { RecordBrief } from '#contract/record.ts';
import type { Mention } from '#model/document/format.ts';
import type { DateText } from '#model/document/moment.ts';
import type { RecordId } from '#model/ids.ts';
import type { Kind } from '#model/kinds.ts';
import { localOfInstant } from '#model/time.ts';
import type { Client } from '#renderer/client/client.ts';
import type { Suggestion } from '#renderer/editor/mentions/mention-search.ts';
import type { MentionScope } from '#renderer/editor/mentions/scopes.ts';
import { clockNow } from '#renderer/ui/clock.ts';
import { parseWhen } from '#renderer/ui/parse-when.ts';

/** A suggestion with what its line shows. */
export interface RecordSuggestion extends Suggestion {
  /** Tells it from the others of the list. */
  readonly key: string;
  /** The record; null for a date or a moment. */
  readonly brief: RecordBrief | null;
  /** What its line says. */
  readonly title: string;
}

interface Places {
  readonly client: Client;
  readonly caseId: RecordId;
  /** The note itself, which is not suggested. */
  readonly noteId: RecordId;
  readonly zone: string;
  readonly titleOf: (brief: RecordBrief) => string;
  readonly dateWords: (date: DateText) => string;
}

/** Records offered for a mention at a time. */
const SUGGESTIONS = 8;

/** Kinds that each scope of the list holds; null is all of them. */
const KINDS: Readonly<Record<MentionScope, readonly Kind[] | null>> = {
  all: null,
  persons: ['person', 'officer'],
  events: ['threat', 'incident', 'contact', 'report', 'breach'],
  orders: ['order', 'decision'],
  measures: ['measure', 'need', 'alarm'],
  notes: ['note', 'attachment'],
};

/** What an @ can stand for: a date or moment that was typed, then records of the case and the book. */
export function suggester(places: Places): (text: string, scope: MentionScope) => Promise<readonly RecordSuggestion[]> {
  const { client, caseId, noteId, titleOf } = places;
  return async (text, scope) => {
    const kinds = KINDS[scope];
    const briefs = await client.invoke('record.suggest', {
      caseId,
      text,
      limit: SUGGESTIONS,
      ...(kinds && { kinds: [...kinds] }),
    });
    const records = briefs
      .filter((brief) => brief.id !== noteId)
      .map((brief): RecordSuggestion => {
        const label = titleOf(brief);
        return { key: brief.id, brief, title: label, node: mentionOf(brief, label) };
      });
    // A date is of no kind.
    return scope === 'all' ? [...datesOf(text, places), ...records] : records;
  };
}

/** A mention of the record. */
function mentionOf({ id, kind }: Pick<RecordBrief, 'id' | 'kind'>, label: string): Mention {
  return { type: 'mention', to: id, kind, label, link: 'mentions' };
}

/** A day or minute that was typed: as a date in the sentence, and as a moment on the timeline of the case. */
function datesOf(text: string, { zone, caseId, dateWords }: Places): RecordSuggestion[] {
  const date = dateOf(text, zone);
  if (date === null) return [];
  const title = dateWords(date);
  return [
    { key: 'time', brief: null, title, node: { type: 'time', from: date } },
    {
      key: 'moment',
      brief: null,
      title,
      node: { type: 'mention', to: caseId, kind: 'case', label: title, link: 'mentions', date },
    },
  ];
}

/** The day or minute that was typed, or null. While a time after a day is still being typed, the day is offered. */
function dateOf(text: string, zone: string): DateText | null {
  const unfinished = /^(.+?)\s+(?:(?:kl\.?|at)\s*)?(?:\d{1,2}(?:[:.]\d?)?|\d{3})?$/.exec(text.trimStart());
  return readDate(text, zone) ?? (unfinished?.[1] ? readDate(unfinished[1], zone) : null);
}

function readDate(text: string, zone: string): DateText | null {
  const read = text.trim() === '' ? null : parseWhen(text, zone, clockNow());
  if (!read?.ok || (read.when.precision !== 'minute' && read.when.precision !== 'day')) return null;
  const local = localOfInstant(read.when.fromAt, zone);
  return read.when.precision === 'day' ? local.slice(0, 10) : local;
}
