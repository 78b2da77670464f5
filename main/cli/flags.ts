import { readCaseRecords } from '#db/reads/case-records.ts';
import { createWords } from '#main/briefing/words.ts';
import type { Context } from '#main/services/context.ts';
import { readFlagLimits } from '#main/services/flag-limits.ts';
import { readCase } from '#model/flags/read-case.ts';
import { sentenceOf } from '#model/flags/sentence.ts';
import { dateText } from '#model/flags/since.ts';
import type { Lang } from '#model/format.ts';
import type { RecordId } from '#model/ids.ts';
import type { Call } from './args.ts';
import { askedAt } from './at.ts';
import { CommandError } from './errors.ts';

/** The flags of a case as it was known at `--at`, each with its records. Reading a case is one line in the use log. */
export async function listFlags(context: Context, caseId: RecordId, call: Call, lang: Lang) {
  const { book, now } = context;
  await book.use('open', { recordId: caseId });
  const records = await readCaseRecords(book, caseId);
  if (!records) throw new CommandError('NOT_FOUND', 'no such case');
  const { t } = createWords(lang, records.zone);
  const limits = await readFlagLimits(book);
  return readCase(records, askedAt(call, records.zone, now()), limits).map((flag) => {
    const { key, values } = sentenceOf(flag, lang);
    return {
      rule: flag.rule,
      cause: flag.cause,
      since: flag.since,
      ...(flag.days !== null && { days: flag.days }),
      records: flag.records.map(({ id, kind, when, title, word, hindsight }) => ({
        id,
        kind,
        date: dateText(when),
        title,
        ...(word !== null && { word }),
        ...(hindsight && { hindsight }),
      })),
      text: t(`flags:${key}`, values),
    };
  });
}
