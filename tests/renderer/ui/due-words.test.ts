import { expect, it } from 'vitest';
import { instantOfLocal } from '#model/time.ts';
import { type Precision, type Qualifier, whenOf } from '#model/when.ts';
import { createWords } from '#renderer/app/i18n.ts';
import { dueWords } from '#renderer/ui/due-words.ts';
import { langOf, timeWords } from '#renderer/ui/time-words.ts';

const OSLO = 'Europe/Oslo';
const NOW = instantOfLocal('2026-03-29T05:12', OSLO) ?? 0;

function words(language: 'nb' | 'en') {
  const { t } = createWords(language);
  return dueWords(t, timeWords(t, OSLO, langOf(language)), OSLO, NOW, language);
}

// Would catch: one row of a list with its date in figures and the next in words, a month told as its first day, a fact's
// midnight told as the end of the day before, or the hour of another country told as ours.
it.each<[string, string, Precision, string, Qualifier | undefined, string, string]>([
  ['2026-03-18', '02:40', 'minute', OSLO, undefined, 'on. 18. mars 02:40', 'We 18 March 02:40'],
  ['2026-03-18', '00:00', 'minute', OSLO, undefined, 'on. 18. mars 00:00', 'We 18 March 00:00'],
  ['1999-06-22', '17:15', 'minute', 'America/Denver', undefined, 'ti. 22. juni 1999 17:15', 'Tu 22 June 1999 17:15'],
  ['2010-12-16', '', 'day', OSLO, undefined, 'to. 16. desember 2010', 'Th 16 December 2010'],
  ['2010-12-16', '', 'day', OSLO, 'before', 'før to. 16. desember 2010', 'before Th 16 December 2010'],
  ['1998-03', '', 'month', OSLO, undefined, 'mars 1998', 'March 1998'],
  ['1997', '', 'year', OSLO, 'about', 'ca. 1997', 'about 1997'],
])('tells a fact of %s %s, known to the %s, beside what is due', (date, time, precision, zone, qualifier, nb, en) => {
  const when = whenOf(date, time, precision, zone);
  if (!when) throw new Error('no such time');
  expect(words('nb').fact({ ...when, qualifier })).toBe(nb);
  expect(words('en').fact({ ...when, qualifier })).toBe(en);
});
