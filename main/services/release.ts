import type { orderRoutes, ReleasedCase } from '#contract/orders.ts';
import type { Tx } from '#db/book.ts';
import { isRecallable, listCopies } from '#main/briefing/copies.ts';
import type { RecordId } from '#model/ids.ts';
import { firstLine } from '#model/kinds/fact.ts';
import type { BookRecord } from '#model/kinds.ts';
import { plannedLocal } from '#model/time.ts';
import { whenAtMinute } from '#model/when.ts';
import { type Handlers, ServiceError } from './context.ts';
import { openCustodyOf } from './custody.ts';

const HOUR_MS = 3_600_000;

type Opened = Omit<ReleasedCase, 'copies' | 'alarms' | 'officers'>;

const STATE = { released: 'at_large', escaped: 'wanted', leave: 'leave' } as const;
const ABOUT = { released: 'release', escaped: 'escape', leave: 'leave' } as const;

export const releaseHandlers: Handlers<Extract<keyof typeof orderRoutes, `actor.${string}`>> = {
  /**
   * Where he is changes once, for the whole book. In every open case of his it opens "notify her" for each protected
   * person, raises the needs that the case's contingency for a release names and ends the custody that was running; the
   * unit's own rule asks for a new assessment, and copies that left before it are recalled. One command: one step to undo.
   */
  async 'actor.release'({ book, zone, now }, { personId, change, at, source, conditions, backAt }) {
    const person = await book.find(personId);
    if (person?.kind !== 'person') throw new ServiceError('NOT_FOUND');
    const parts = (await book.list('case_person')).filter(({ values }) => values.personId === personId);
    const caseIds = parts.filter(({ values }) => values.role === 'threat_actor').flatMap(({ caseId }) => caseId ?? []);
    const cases = (await book.list('case', { ids: [...new Set(caseIds)] })).filter(
      ({ values }) => values.status === 'open',
    );
    const opened: Opened[] = [];
    await book.command('actor.release', async (tx) => {
      const since = whenAtMinute(Math.floor(at / 60_000) * 60_000, zone);
      const state = STATE[change];
      const stay = await tx.insert('whereabouts', {
        personId,
        change,
        state,
        since,
        source,
        conditions,
        backAt,
        checkedAt: now(),
      });
      for (const one of cases) opened.push(await openInCase(tx, one, stay, ABOUT[change], at));
    });
    return { cases: await Promise.all(opened.map(told)) };

    /** What somebody must see to now, beside what was opened. */
    async function told(one: Opened): Promise<ReleasedCase> {
      const { caseId } = one;
      const [copies, alarms, officers] = await Promise.all([
        listCopies(book, caseId),
        book.list('alarm', { caseId }),
        book.list('case_officer', { caseId }),
      ]);
      const holds = ({ fromAt, toAt }: { fromAt: number | null; toAt: number | null }) =>
        (fromAt ?? at) <= now() && (toAt === null || toAt > now());
      return {
        ...one,
        copies: copies
          .filter(isRecallable)
          .map(({ profile, copy, at: leftAt, person: by }) => ({ profile, copy, at: leftAt, person: by })),
        alarms: alarms
          .filter(({ values }) => values.returnedAt === null && values.handedOutAt !== null)
          .map(({ id, values }) => ({ id, unit: values.unit, triedAt: values.checkedAt ?? values.testedAt })),
        officers: officers
          .filter(({ values }) => holds(values))
          .map(({ values: { name, duty, phone } }) => ({ name, duty, phone })),
      };
    }

    async function openInCase(
      tx: Tx,
      { id: caseId, values }: BookRecord<'case'>,
      stay: BookRecord<'whereabouts'>,
      about: (typeof ABOUT)[keyof typeof ABOUT],
      from: number,
    ): Promise<Opened> {
      const protectedPersons = (await book.list('case_person', { caseId })).filter(
        (part) => part.values.role === 'protected',
      );
      const notificationIds: RecordId[] = [];
      for (const part of protectedPersons) {
        const notice = { personId: part.values.personId, about, aboutId: stay.id, openedAt: now() };
        notificationIds.push((await tx.insert('notification', notice, { caseId })).id);
      }
      const needIds: RecordId[] = [];
      const protectedIds = [...new Set(protectedPersons.map((part) => part.values.personId))];
      // A contingency names whom it protects, or him; one that names neither protects everyone.
      const written = (await book.list('calendar_risk', { caseId })).filter(
        ({ values: risk }) =>
          risk.type === 'release' &&
          (risk.personId === null || risk.personId === personId || protectedIds.includes(risk.personId)),
      );
      // What was written for a day he was to be let go says what to do only where nothing else does.
      const always = written.filter(({ values: risk }) => risk.date === null);
      const contingencies = always.length > 0 ? always : written;
      for (const { id, title, values: risk } of contingencies) {
        if (risk.protectionLevel === null) continue;
        const named = protectedIds.filter((each) => each === risk.personId);
        const until = risk.hoursAfter === null ? null : from + risk.hoursAfter * HOUR_MS;
        const need = {
          label: firstLine(title).slice(0, 120) || values.name,
          protectionLevel: risk.protectionLevel,
          headcount: risk.headcount,
          fromLocal: plannedLocal(from, values.zone),
          toLocal: until === null ? null : plannedLocal(until, values.zone),
          raisedBy: 'contingency',
          calendarRiskId: id,
          reason: risk.text,
          status: 'active',
        } as const;
        // A need follows its person: what names nobody would be met by nothing.
        for (const her of named.length > 0 ? named : protectedIds) {
          // What was planned for the day he would be let go is her need of it: no second one beside it.
          const planned = await plannedFor(tx, caseId, her, risk.protectionLevel, risk.headcount ?? 1, from);
          const isShort = planned?.endsAt && (until === null || planned.endsAt < until);
          if (planned && isShort) await tx.update('need', planned.id, { toLocal: need.toLocal });
          needIds.push(planned?.id ?? (await tx.insert('need', { ...need, personId: her }, { caseId })).id);
        }
      }
      if (about === 'release') await endCustody(tx, caseId);
      return {
        caseId,
        name: values.name,
        notificationIds,
        needIds,
        noContingency: contingencies.length === 0,
        contingencies: contingencies.map(({ title }) => title),
      };
    }

    /** Whoever is let go is held no longer: the clocks of his custody end with it. */
    async function endCustody(tx: Tx, caseId: RecordId): Promise<void> {
      const { arrests, remands } = await openCustodyOf(book, caseId, personId, at);
      for (const { id } of arrests) await tx.update('arrest', id, { releasedAt: at });
      for (const { id } of remands) await tx.update('remand', id, { releasedAt: at });
    }
  },
};

/** A need of hers that the date of his release has raised and that holds when he is let go: of that level, for as many. */
async function plannedFor(
  tx: Tx,
  caseId: RecordId,
  personId: RecordId,
  level: string,
  headcount: number,
  at: number,
): Promise<{ id: RecordId; endsAt: number | null } | null> {
  return tx.first(
    `SELECT n.id, r.ends_at AS endsAt FROM protection_need n JOIN record r ON r.id = n.id
       JOIN calendar_risk k ON k.id = n.calendar_risk_id
     WHERE r.case_id = ?1 AND n.person_id = ?2 AND n.protection_level = ?3 AND coalesce(n.headcount, 1) >= ?4
       AND n.status = 'active' AND n.raised_by = 'calendar_risk' AND k.type = 'release' AND n.recurrence IS NULL
       AND r.starts_at <= ?5 AND coalesce(r.ends_at, ?5 + 1) > ?5 AND r.struck_at IS NULL
     ORDER BY r.rid LIMIT 1`,
    [caseId, personId, level, headcount, at],
  );
}
