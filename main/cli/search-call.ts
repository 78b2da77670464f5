import { type SearchQuestion, searchQuestion } from '#contract/search.ts';
import type { Context } from '#main/services/context.ts';
import { isKind } from '#model/kinds.ts';
import { dayBounds } from '#model/time.ts';
import { type Call, text, UsageError } from './args.ts';
import { CommandError } from './errors.ts';

/**
 * What a call of `search` asks for: words and filters, without the case. Both days of a period belong to it.
 * @throws UsageError for a filter that says nothing; CommandError NOT_FOUND for a person the book does not have
 */
export async function searchQuestionOf(call: Call, context: Context): Promise<SearchQuestion> {
  const has = (option: string) => typeof call.options[option] === 'string';
  return searchQuestion.parse({
    text: call.operands[1] ?? '',
    ...(has('kind') && { kinds: kindsOf(text(call, 'kind')) }),
    ...(has('person') && { personId: await personOf(context, text(call, 'person')) }),
    ...(has('from') && { fromAt: boundsOf(call, 'from', context.zone).fromAt }),
    ...(has('to') && { toAt: boundsOf(call, 'to', context.zone).toAt }),
    ...(has('author') && { author: text(call, 'author') }),
    ...(has('grading') && { grading: gradingOf(text(call, 'grading')) }),
    ...(call.options.old === true && { old: true }),
  });
}

function kindsOf(list: string): string[] {
  const kinds = list.split(',').map((name) => name.trim());
  if (!kinds.every(isKind)) throw new UsageError('--kind names a kind that does not exist');
  return kinds;
}

function boundsOf(call: Call, option: string, zone: string): { fromAt: number; toAt: number } {
  const bounds = dayBounds(text(call, option), zone);
  if (!bounds) throw new UsageError(`--${option} is a date as 2026-03-31`);
  return bounds;
}

const BASIS: Readonly<Record<string, string>> = {
  faktum: 'fact',
  fact: 'fact',
  vurdering: 'assessment',
  assessment: 'assessment',
};

/** `1-A-C`, or `2-C-C vurdering`; a `*` stands for any step. */
function gradingOf(grade: string): Record<string, string> {
  const [, source = '*', information = '*', handling = '*', word = ''] =
    /^([123*])-([A-E*])-([PC*])(?: (faktum|vurdering|fact|assessment))?$/.exec(grade) ?? [];
  const basis = BASIS[word] ?? '*';
  const given = Object.entries({ source, information, handling, basis }).filter(([, step]) => step !== '*');
  if (given.length === 0) {
    throw new UsageError('--grading is as 1-A-C, with * for any step, and faktum or vurdering after it');
  }
  return Object.fromEntries(given);
}

async function personOf({ book }: Context, name: string) {
  const named = (await book.list('person')).filter((one) => one.values.name === name);
  if (named.length > 1) throw new UsageError('two persons have that name');
  const [person] = named;
  if (!person) throw new CommandError('NOT_FOUND', 'no person of that name');
  return person.id;
}
