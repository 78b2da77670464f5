import type { Kind } from '../../kinds.ts';
import { isDecided, isDone } from '../answers.ts';
import { type Entry, isAfter, type Known } from '../known.ts';
import { defineRule, sinceFirst } from '../rule.ts';
import { hasWaited } from '../since.ts';
import type { WordList } from '../words.ts';

/** What can be asked for, and what answers it: records of these kinds, or of any kind with words of the list. */
const REQUESTS: readonly { readonly list: WordList; readonly kinds: readonly Kind[]; readonly words: WordList[] }[] = [
  { list: 'asks_for_order', kinds: ['order'], words: [] },
  { list: 'asks_for_custody', kinds: ['arrest', 'remand'], words: [] },
  { list: 'asks_for_investigation', kinds: ['arrest', 'remand'], words: ['case_opened', 'charge', 'case_decided'] },
  { list: 'asks_for_protection', kinds: ['order', 'arrest', 'remand', 'alarm'], words: ['protective_measure'] },
];

/** What she or her lawyer asked for and was not given, with its age. */
export const requestUnanswered = defineRule({
  id: 'request_unanswered',
  cause: 'unanswered',
  find: (known) =>
    sinceFirst(
      known.of('report', 'court_step').filter((entry) => {
        const request = requestOf(entry);
        if (request === null || isAnswered(entry, request, known)) return false;
        return hasWaited(entry, known.at, known.limits.request_unanswered);
      }),
    ),
});

/** What a record asks for; null where it is no request, or the threat actor's. */
export function requestOf({ record, by, words }: Entry): (typeof REQUESTS)[number] | null {
  if (by === 'threat_actor') return null;
  // A step of the court or the prosecutor grants or refuses; only hers or her lawyer's asks.
  if (record.kind === 'court_step' && by !== 'protected') return null;
  if (!words.has('asks')) return null;
  return REQUESTS.find(({ list }) => words.has(list)) ?? null;
}

function isAnswered(request: Entry, { kinds, words }: (typeof REQUESTS)[number], known: Known): boolean {
  if (known.of(...kinds).some((entry) => isAnswer(entry) && isAfter(entry, request))) return true;
  return known
    .of('court_step', 'note', 'measure')
    .some(
      (entry) =>
        entry.by === null && isAnswer(entry) && isAfter(entry, request) && words.some((list) => entry.words.has(list)),
    );
}

/** A draft or another request answers nobody, nor does a measure that is only planned; a refusal is an answer. */
function isAnswer({ record }: Entry): boolean {
  if (record.kind === 'order') return record.values.stage === 'refused' || isDecided(record.values);
  return record.kind !== 'measure' || isDone(record.values);
}
