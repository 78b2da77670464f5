import { describe, expect, it } from 'vitest';
import { BY_HAND } from './by-hand.ts';
import { readRows } from './rows.ts';

describe('what was read by hand', () => {
  // Would catch: an expectation that names a row which is not in the file, or one that lies after the moment asked for.
  it.each(BY_HAND)('$file names rows that exist and had been dated by then', async ({ file, moments }) => {
    const rows = await readRows(file);
    for (const { at, flags } of moments) {
      for (const { rule, rows: named, since, days } of flags) {
        for (const name of named) {
          const row = rows.find((one) => one.name === name);
          expect(row, `${at} ${rule} ${name}`).toBeDefined();
          // A month or a year that has not ended is not known; its text sorts before every day in it.
          const dated = row?.time ? `${row.date}T${row.time}` : (row?.date ?? '');
          expect(dated < at && !at.startsWith(`${dated}-`), `${at} ${rule} ${name}`).toBe(true);
        }
        if (days !== undefined) expect(since.length, `${at} ${rule}`).toBeGreaterThanOrEqual(10);
      }
    }
  });

  // Would catch: days that were counted wrong by hand.
  it('counts days on the calendar', () => {
    for (const { moments } of BY_HAND) {
      for (const { at, flags } of moments) {
        for (const { since, days, rule } of flags) {
          if (days === undefined || since.includes('T')) continue;
          const counted = (Date.parse(at.slice(0, 10)) - Date.parse(since)) / 86_400_000;
          expect(days, `${at} ${rule}`).toBe(counted);
        }
      }
    }
  });
});
