import type { orderRoutes, ReleasedCase } from '#contract/orders.ts';
import type { Tx } from '#db/book.ts';
import { listCopies } from '#main/briefing/copies.ts';
import type { RecordId } from '#model/ids.ts';
import { firstLine } from '#model/kinds/fact.ts';
import type { BookRecord } from '#model/kinds.ts';
import { localOfInstant } from '#model/time.ts';
import { whenAtMinute } from '#model/when.ts';
import { type Handlers, ServiceError } from './context.ts';

const HOUR_MS = 3_600_000;

const STATE = { released: 'at_large', escaped: 'wanted', leave: 'leave' } as const;
const ABOUT = { released: 'release', escaped: 'escape', leave: 'leave' } as const;

export const releaseHandlers: Handlers<Extract<keyof typeof orderRoutes, `actor.${string}`>> = {
  /**
   * Where he is changes once, for the whole book. In every open case of his it opens "notify her" for each protected
   * person and raises the needs that the case's contingency for a release names. One command: one step to undo.
   */
  async 'actor.release'({ book, zone, now }, { personId, change, at, source, conditions, backAt }) {
    const person = await book.find(personId);
    if (person?.kind !== 'person') throw new ServiceError('NOT_FOUND');
    const parts = (await book.list('case_person')).filter(({ values }) => values.personId === personId);
    const caseIds = parts.filter(({ values }) => values.role === 'threat_actor').flatMap(({ caseId }) => caseId ?? []);
    const cases = (await book.list('case', { ids: [...new Set(caseIds)] })).filter(
      ({ values }) => values.status === 'open',
    );
    const opened: Omit<ReleasedCase, 'copies'>[] = [];
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
    return {
      cases: await Promise.all(
        opened.map(async (one) => ({
          ...one,
          copies: (await listCopies(book, one.caseId)).map(({ profile, copy, at: leftAt }) => ({
            profile,
            copy,
            at: leftAt,
          })),
        })),
      ),
    };

    async function openInCase(
      tx: Tx,
      { id: caseId, values }: BookRecord<'case'>,
      stay: BookRecord<'whereabouts'>,
      about: (typeof ABOUT)[keyof typeof ABOUT],
      from: number,
    ): Promise<Omit<ReleasedCase, 'copies'>> {
      const protectedPersons = (await book.list('case_person', { caseId })).filter(
        (part) => part.values.role === 'protected',
      );
      const notificationIds: RecordId[] = [];
      for (const part of protectedPersons) {
        const notice = { personId: part.values.personId, about, aboutId: stay.id, openedAt: now() };
        notificationIds.push((await tx.insert('notification', notice, { caseId })).id);
      }
      const needIds: RecordId[] = [];
      const contingencies = (await book.list('calendar_risk', { caseId })).filter(
        ({ values: risk }) => risk.type === 'release' && (risk.personId === null || risk.personId === personId),
      );
      for (const { id, title, values: risk } of contingencies) {
        if (risk.protectionLevel === null) continue;
        const until = risk.hoursAfter === null ? null : from + risk.hoursAfter * HOUR_MS;
        const need = {
          label: firstLine(title).slice(0, 120) || values.name,
          protectionLevel: risk.protectionLevel,
          headcount: risk.headcount,
          fromLocal: localOfInstant(from, values.zone),
          toLocal: until === null ? null : localOfInstant(until, values.zone),
          raisedBy: 'contingency',
          calendarRiskId: id,
          reason: risk.text,
          status: 'active',
        } as const;
        needIds.push((await tx.insert('need', need, { caseId })).id);
      }
      return { caseId, name: values.name, notificationIds, needIds };
    }
  },
};
