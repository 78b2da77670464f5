import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { NewRow } from '#db/book.ts';
import type { RecordId } from '#model/ids.ts';
import { whenAtMinute } from '#model/when.ts';

/**
 * A casebook's worth of text, the same at every run: words of the three chronologies as often as they stand there,
 * with names and numbers that each stand only a few times.
 */
export interface Corpus {
  /** A text of `words` words in Bokmål or English. */
  text(language: 'nb' | 'en', words: number): string;
  /** Incidents of one case, one a minute. */
  incidents(count: number, caseId: RecordId, actors: readonly RecordId[]): NewRow<'incident'>[];
  /** A word as frequent as it is in the texts. */
  word(language: 'nb' | 'en'): string;
  /** A name that stands in few texts. */
  name(): string;
  random(): number;
}

const DEMO = new URL('../../resources/demo/', import.meta.url);
const SYLLABLES = 'al ber da el fin gro hå in jo kar lø ma nor os per ran sæ tor ul ve'.split(' ');
const NAMES = 8_000;

/** The corpus of `seed`. */
export function makeCorpus(seed = 1): Corpus {
  const random = mulberry32(seed);
  const words = { nb: wordsOf('text_nb'), en: wordsOf('text_en') };
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const names = Array.from({ length: NAMES }, () => {
    const name = Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(SYLLABLES)).join('');
    return name[0]?.toUpperCase() + name.slice(1);
  });

  const corpus: Corpus = {
    random,
    word: (language) => pick(words[language]),
    name: () => pick(names),
    text(language, count) {
      const parts = Array.from({ length: count }, () => pick(words[language]));
      if (random() < 0.4) parts.splice(Math.floor(random() * count), 0, pick(names));
      if (random() < 0.1) parts.push(`tlf 9${digits(random, 2)} ${digits(random, 2)} ${digits(random, 3)}`);
      return `${parts.join(' ')}.`;
    },
    incidents(count, caseId, actors) {
      const start = Date.UTC(2020, 0, 1);
      return Array.from({ length: count }, (_, index) => ({
        values: {
          text: corpus.text('nb', 8 + Math.floor(random() * 24)),
          textEn: corpus.text('en', 8 + Math.floor(random() * 24)),
          happened: whenAtMinute(start + index * 60_000, 'Europe/Oslo'),
          actorId: pick(actors),
          actorText: 'Trusselutøver',
          placeText: pick(words.nb),
          source: `Judgment § ${1 + Math.floor(random() * 200)}`,
          confidence: 'verified',
        },
        header: { caseId, storyOrder: index + 1, importKey: digits(random, 16) + index },
      }));
    },
  };
  return corpus;
}

function wordsOf(column: 'text_nb' | 'text_en'): string[] {
  const files = readdirSync(DEMO).filter((name) => name.endsWith('.csv'));
  return files.sort().flatMap((name) => {
    const rows = parse(readFileSync(new URL(name, DEMO)), { columns: true, bom: true }) as Record<string, string>[];
    return rows.flatMap((row) => (row[column] ?? '').split(/\s+/).filter(Boolean));
  });
}

function digits(random: () => number, count: number): string {
  return Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
}

/** A small random source with a seed (Tommy Ettinger's mulberry32, public domain). */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
