import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '#model/flags/records.ts';
import type { RecordId } from '#model/ids.ts';
import { type Kind, withNulls } from '#model/kinds.ts';
import { type Pattern, readPattern } from '#model/pattern/read-pattern.ts';
import { instantOfLocal, localParts } from '#model/time.ts';
import { type Precision, whenOf } from '#model/when.ts';
import fc from '#tests/helpers/property.ts';

const ZONE = 'Europe/Oslo';
const HIM = 'f'.repeat(32) as RecordId;
let count = 0;

interface Given {
  readonly kind?: Kind;
  /** `2026-03-14` or `2026-03-14T20:00`. */
  readonly at: string;
  readonly precision?: Precision;
  readonly values?: Record<string, unknown>;
}

function record({
  kind = 'contact',
  at,
  precision = at.includes('T') ? 'minute' : 'day',
  values = {},
}: Given): CaseRecord {
  count += 1;
  const [date = '', time = ''] = at.split('T');
  const happened = whenOf(date, time, precision, ZONE);
  return {
    id: count.toString(16).padStart(32, '0') as RecordId,
    kind,
    title: at,
    titleEn: null,
    createdAt: Date.UTC(2030, 0, 1),
    storyOrder: count,
    startsAt: happened?.fromAt ?? null,
    endsAt: happened?.toAt ?? null,
    precision,
    values: withNulls(kind, { text: 'x', happened, sender: 'confirmed', ...values }),
  } as unknown as CaseRecord;
}

const role = {
  id: 'e'.repeat(32),
  kind: 'case_person',
  createdAt: 0,
  storyOrder: 0,
  startsAt: null,
  values: withNulls('case_person', { personId: HIM, role: 'threat_actor' }),
} as unknown as CaseRecord;

const read = (given: readonly Given[], at = '2026-04-01T12:00', channel?: 'call'): Pattern =>
  readPattern({ zone: ZONE, records: [role, ...given.map(record)] }, instantOfLocal(at, ZONE) ?? 0, { channel });
const ids = (statements: Pattern['against']) => statements.map(({ id }) => id);

describe('the pattern of what was done against her', () => {
  // Would catch: an uncertain time in an hour, or an episode that is in two cells or none.
  it('puts an episode into an hour only where its minute is known', () => {
    const local = fc
      .tuple(fc.integer({ min: 0, max: 89 }), fc.integer({ min: 0, max: 1_439 }))
      .map(([day, minute]) => new Date(Date.UTC(2026, 0, 1) + day * 86_400_000 + minute * 60_000).toISOString());
    fc.assert(
      fc.property(fc.array(fc.tuple(local, fc.boolean()), { maxLength: 30 }), (times) => {
        const given = times
          .map(([text, exact]) => text.slice(0, exact ? 16 : 10))
          .filter((text) => text.length === 10 || instantOfLocal(text, ZONE) !== null)
          .map((at) => ({ at }));
        const { heat, weeks, episodes } = read(given);
        const timed = given.filter(({ at }) => at.includes('T'));
        expect(heat.timed).toBe(timed.length);
        expect(heat.untimed).toBe(given.length - timed.length);
        for (let weekday = 1; weekday <= 7; weekday += 1) {
          for (let hour = 0; hour < 24; hour += 1) {
            const inIt = timed.filter(({ at }) => {
              const parts = localParts(instantOfLocal(at, ZONE) ?? 0, ZONE);
              return parts.weekday === weekday && parts.hour === hour;
            });
            expect(heat.cells[weekday - 1]?.[hour]?.episodes).toBe(inIt.length);
          }
        }
        expect(weeks.reduce((sum, week) => sum + week.episodes, 0)).toBe(episodes.length);
        expect(weeks.every(({ monday }) => new Date(monday).getUTCDay() === 1)).toBe(true);
      }),
    );
  });

  // Would catch: a pasted call list counted as one contact, or its calls counted as episodes.
  it('keeps episodes and contacts apart', () => {
    const { episodes, contacts, weeks } = read([
      { at: '2026-03-16T21:00', values: { contacts: 11, channels: ['call'] } },
      { at: '2026-03-17T08:00', values: { channels: ['sms'] } },
    ]);
    expect([episodes.length, contacts]).toEqual([2, 12]);
    expect(weeks[0]).toMatchObject({ monday: '2026-03-16', number: 12, episodes: 2, contacts: 12 });
  });

  // Would catch: "he" said of a sender whom nobody has confirmed.
  it('says "he" of confirmed senders alone', () => {
    const { criteria, against } = read([
      { at: '2026-03-16', values: { channels: ['call'] } },
      { at: '2026-03-17', values: { channels: ['call'], sender: 'probable' } },
      { at: '2026-03-18', values: { channels: ['call'], sender: null, actorId: HIM } },
      { at: '2026-03-19', kind: 'incident', values: { channels: ['call'], sender: null } },
    ]);
    const acts = criteria.find(({ id }) => id === 'acts')?.statements ?? [];
    expect(acts.map(({ id, values }) => [id, values.count])).toEqual([
      ['contacts', 2],
      ['contacts_not_confirmed', 2],
    ]);
    expect(against.find(({ id }) => id === 'not_confirmed')?.values.count).toBe(2);
  });

  // Would catch: her own calls, or a contact with nobody named, counted against her.
  it('leaves out what was not done against her', () => {
    expect(
      read([
        { at: '2026-03-16', values: { sender: null } },
        { at: '2026-03-17', kind: 'breach', values: { status: 'not_a_breach' } },
        { at: '2026-03-18', kind: 'report' },
        { at: '2026-03-19', values: { sender: 'other', channels: ['call'] } },
        { at: '2026-03-19', kind: 'breach', values: { sender: 'other' } },
        { at: '2026-04-02' },
      ]).episodes,
    ).toEqual([]);
  });

  // Would catch: what he has others do for him put down to them alone.
  it('keeps what came through others', () => {
    expect(
      read([{ at: '2026-03-16', values: { sender: 'other', channels: ['through_others'] } }]).episodes,
    ).toHaveLength(1);
  });

  // Would catch: a development that is not there, or one of these left untold.
  it('tells what is new, nearer, faster, and a silence that was broken', () => {
    const early = ['2025-11-03', '2025-11-10', '2025-11-17', '2025-11-24'].map((at) => ({
      at,
      values: { channels: ['call'] },
    }));
    const late = ['2026-03-20T22:10', '2026-03-25T23:40', '2026-03-30T02:15'].map((at) => ({
      at,
      values: { channels: ['turning_up'], placeText: 'Barnehagen' },
    }));
    const withPlace = early.map((one) => ({ ...one, values: { ...one.values, placeText: 'Telefon' } }));
    const { development, heat } = read([...withPlace, ...late]);
    expect(ids(development)).toEqual(
      expect.arrayContaining(['acceleration', 'new_channel', 'new_place', 'nearer', 'silence_broken', 'at_night']),
    );
    expect(development.find(({ id }) => id === 'silence_broken')?.values).toMatchObject({ days: 116 });
    expect(development.find(({ id }) => id === 'nearer')?.values).toMatchObject({
      count: 3,
      of: 3,
      before: 0,
      beforeOf: 4,
    });
    expect([heat.timed, heat.atNight]).toEqual([3, 3]);
    expect(ids(read(withPlace, '2025-11-25T12:00').development)).toEqual([]);
  });

  // Would catch: a look-back of 365 days where the law says twelve months, or a breach on its edge on the wrong side.
  it.each([
    ['2025-04-01', '2026-04-01T00:00', 1],
    ['2025-03-31', '2026-04-01T00:00', 0],
    ['2023-02-28', '2024-02-29T12:00', 1],
    ['2023-02-27', '2024-02-29T12:00', 0],
    ['2024-02-29', '2025-02-28T12:00', 1],
    ['2024-02-28', '2025-02-28T12:00', 1],
    ['2024-02-27', '2025-02-28T12:00', 0],
  ])('looks back twelve months: a breach on %s, asked on %s', (at, asked, within) => {
    expect(read([{ kind: 'breach', at }], asked).control.breaches).toHaveLength(within);
  });

  // Would catch: the mark set one breach too early or too late, or by contacts instead of breaches.
  it('marks ten registered breaches', () => {
    const breaches = (n: number) =>
      Array.from({ length: n }, () => ({ kind: 'breach' as const, at: '2026-03-20', values: { contacts: 5 } }));
    expect(read(breaches(9)).control.isRepeat).toBe(false);
    expect(read(breaches(10)).control).toMatchObject({ isRepeat: true, registered: 10, unconfirmed: 0 });
  });

  // Would catch: breaches of a sender nobody has confirmed, or of somebody else, counted as his without a word.
  it('tells of how many breaches the sender is not confirmed', () => {
    const by = (sender: string) => ({ kind: 'breach' as const, at: '2026-03-20', values: { sender } });
    const { control } = read([by('confirmed'), by('probable'), by('unknown'), by('other')]);
    expect(control).toMatchObject({ registered: 3, unconfirmed: 2 });
  });

  // Would catch: a filter that hides breaches from the look-back of the law.
  it('keeps the look-back whatever is shown', () => {
    const shown = read([{ kind: 'breach', at: '2026-03-20', values: { channels: ['sms'] } }], undefined, 'call');
    expect([shown.episodes.length, shown.control.breaches.length]).toEqual([0, 1]);
  });
});
