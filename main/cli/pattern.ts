import { readCaseRecords } from '#db/reads/case-records.ts';
import { readPlaceNames } from '#db/reads/places.ts';
import { createWords } from '#main/briefing/words.ts';
import type { Context } from '#main/services/context.ts';
import { readUnderOrder } from '#main/services/pattern.ts';
import { dateText } from '#model/flags/since.ts';
import type { Lang } from '#model/format.ts';
import type { RecordId } from '#model/ids.ts';
import { readPattern } from '#model/pattern/read-pattern.ts';
import { type Statement, statementValues } from '#model/pattern/statement.ts';
import type { Call } from './args.ts';
import { askedAt } from './at.ts';
import { CommandError } from './errors.ts';

/** What was done against her as it was known at `--at`: counts, and plain statements with their records. */
export async function tellPattern(context: Context, caseId: RecordId, call: Call, lang: Lang) {
  const { book, now } = context;
  await book.use('open', { recordId: caseId });
  const records = await readCaseRecords(book, caseId);
  if (!records) throw new CommandError('NOT_FOUND', 'no such case');
  const { t, option } = createWords(lang, records.zone);
  const tell = (statement: Statement) => ({
    id: statement.id,
    text: t(
      `pattern:statement.${statement.id}`,
      statementValues(statement, lang, (name) => option('channels', name)),
    ),
    records: statement.records,
  });
  const at = askedAt(call, records.zone, now());
  const during = await readUnderOrder(book, caseId, at);
  const { episodes, contacts, breaches, heat, weeks, stretches, channels, criteria, ...rest } = readPattern(
    records,
    at,
  );
  const { fromAt, ...control } = rest.control;
  const placeNames = await readPlaceNames(
    book,
    rest.places.flatMap(({ placeId }) => placeId ?? []),
  );
  return {
    episodes: episodes.length,
    contacts,
    breaches,
    timed: heat.timed,
    atNight: heat.atNight,
    hours: heat.cells.map((day) => day.map((cell) => cell.episodes)),
    weeks: weeks.filter((week) => week.episodes > 0),
    changePoints: stretches.slice(1).map(({ from, rate }, index) => ({
      monday: weeks[from]?.monday,
      before: stretches[index]?.rate,
      after: rate,
    })),
    channels: channels.map(({ channel, episodes: count, contacts: all, confirmed }) => ({
      channel,
      episodes: count,
      contacts: all,
      confirmed,
    })),
    places: rest.places.map(({ placeId, text, episodes: count, contacts: all, confirmed, first, last }) => ({
      place: placeId === null ? text : (placeNames.get(placeId) ?? null),
      episodes: count,
      contacts: all,
      confirmed,
      first: dateText(first),
      last: dateText(last),
    })),
    criteria: criteria.map(({ id, statements }) => ({ id, statements: statements.map(tell) })),
    development: rest.development.map(tell),
    against: rest.against.map(tell),
    underOrder: {
      orders: during.orders,
      breaches: during.breaches.map(({ id }) => id),
      notBreaches: during.notBreaches.map(({ id }) => id),
      open: during.open.map(({ id }) => id),
    },
    control: { from: new Date(fromAt).toISOString(), ...control },
    records: episodes.map(({ id, kind, when }) => ({ id, kind, date: dateText(when) })),
  };
}
