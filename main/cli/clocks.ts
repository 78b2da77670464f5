import { readClockFacts } from '#db/reads/clocks/clock-facts.ts';
import { readCaseZones } from '#db/reads/clocks/zones.ts';
import { createWords } from '#main/briefing/words.ts';
import { clocksOf } from '#main/services/clock.ts';
import type { Context } from '#main/services/context.ts';
import type { Lang } from '#model/format.ts';
import type { RecordId } from '#model/ids.ts';
import type { Call } from './args.ts';
import { askedAt } from './at.ts';

/**
 * The clocks of a case as known at `--at`, each with its rule, its section and what its result rests on. Instants are ISO
 * 8601 in UTC. Reading a case is one line in the use log.
 */
export async function listClocks(context: Context, caseId: RecordId, call: Call, lang: Lang) {
  const { book, now, zone: bookZone } = context;
  await book.use('open', { recordId: caseId });
  const zone = (await readCaseZones(book)).get(caseId) ?? bookZone;
  const { t } = createWords(lang, zone);
  const at = askedAt(call, zone, now());
  const clocks = await clocksOf(context, await readClockFacts(book, caseId, at), at, caseId);
  return clocks.map((clock) => ({
    clock: clock.id,
    name: t(`clocks:name.${clock.id}`),
    ...(clock.source && {
      source: t('clocks:section', { act: t(`clocks:act.${clock.source.act}`), section: clock.source.section }),
      ...(clock.source.paragraph && { paragraph: clock.source.paragraph }),
    }),
    status: clock.status,
    readings: clock.readings,
    state: clock.state,
    started: iso(clock.startedAt),
    due: iso(clock.dueAt),
    second: iso(clock.secondaryAt),
    opens: iso(clock.opensAt),
    courtCutoff: iso(clock.workingAt),
    met: iso(clock.satisfiedAt),
    metBy: clock.satisfiedBy,
    marginMinutes: clock.marginMs === null ? null : Math.floor(clock.marginMs / 60_000),
    ...(clock.workingDaysLeft !== null && { workingDaysLeft: clock.workingDaysLeft }),
    ...(clock.reason && { reason: t(`clocks:reason.${clock.reason}`) }),
    ...(clock.missing.length > 0 && { missing: clock.missing }),
    records: clock.recordIds,
  }));
}

function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
