import { describe, expect, it } from 'vitest';
import { createWords } from '#renderer/app/i18n.ts';
import { ruleWords } from '#renderer/ui/rule-words.ts';

const OSLO = 'Europe/Oslo';
const nb = (rule: string) => ruleWords(createWords('nb').t, rule, OSLO, 'nb');
const en = (rule: string) => ruleWords(createWords('en').t, rule, OSLO, 'en');

describe('a rule in words', () => {
  // Would catch: a rule shown as it is stored, one and several told alike, a last day in another zone.
  it.each([
    ['FREQ=DAILY;COUNT=7', 'hver dag, 7 ganger', 'every day, 7 times'],
    ['FREQ=DAILY;COUNT=1', 'hver dag, 1 gang', 'every day, 1 time'],
    ['FREQ=DAILY;INTERVAL=2', 'hver 2. dag', 'every 2 days'],
    ['FREQ=DAILY;UNTIL=20260401T220000Z', 'hver dag, siste 2026-04-02', 'every day, last on 2026-04-02'],
    ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'mandag til fredag', 'Monday to Friday'],
    ['FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE', 'hver 2. uke: mandag og onsdag', 'every 2 weeks: Monday and Wednesday'],
    ['FREQ=WEEKLY', 'hver uke', 'every week'],
    [
      'FREQ=MONTHLY;BYDAY=1MO,-1FR',
      'hver måned: første mandag og siste fredag',
      'every month: first Monday and last Friday',
    ],
    [
      'FREQ=MONTHLY;BYMONTHDAY=1,-1',
      'hver måned: 1. og siste dag i måneden',
      'every month: day 1 and last day of the month',
    ],
    ['FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=24', 'hvert år: 24., i desember', 'every year: day 24, in December'],
  ])('%s', (rule, norwegian, english) => {
    expect(nb(rule)).toBe(norwegian);
    expect(en(rule)).toBe(english);
  });

  // Would catch: half of a rule told as the whole, or a page that falls over one it cannot read.
  it.each([
    'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=2',
    'FREQ=WEEKLY;INTERVAL=2;WKST=SU',
    'FREQ=YEARLY;BYDAY=1MO',
    'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13',
    'FREQ=HOURLY',
    'every now and then',
  ])('%s stays as it is written', (rule) => expect(nb(rule)).toBe(rule));
});
