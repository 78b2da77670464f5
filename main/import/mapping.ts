import { IMPORT_COLUMNS, type ImportMapping } from '#contract/import.ts';
import { DELIMITERS, type Delimiter } from './csv.ts';

/** Other headings that mean one of our columns; compared without case, spaces and marks. */
const SYNONYMS: ReadonlyMap<string, (typeof IMPORT_COLUMNS)[number]> = new Map(
  Object.entries({
    dato: 'date',
    klokkeslett: 'time',
    tid: 'time',
    kl: 'time',
    presisjon: 'precision',
    type: 'kind',
    hvem: 'actor',
    sted: 'location',
    place: 'location',
    text: 'text_nb',
    tekst: 'text_nb',
    hendelse: 'text_nb',
    beskrivelse: 'text_nb',
    tekst_nb: 'text_nb',
    tekst_en: 'text_en',
    kilde: 'source',
    sikkerhet: 'confidence',
  } as const),
);

/**
 * Which column of the file gives what, from its header: our own column names first, then usual Norwegian ones. A
 * column that is not recognised is left out; of two that mean the same the first counts.
 */
export function guessMapping(header: readonly string[]): ImportMapping {
  const mapping = Object.fromEntries(IMPORT_COLUMNS.map((name) => [name, null])) as Record<string, number | null>;
  header.forEach((heading, index) => {
    const word = heading
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_');
    const name = IMPORT_COLUMNS.find((column) => column === word) ?? SYNONYMS.get(word);
    if (name !== undefined) mapping[name] ??= index;
  });
  return mapping as ImportMapping;
}

/** The delimiter that cuts the header into most columns; quoted parts do not count. A comma when none does. */
export function guessDelimiter(firstLine: string): Delimiter {
  const bare = firstLine.replaceAll(/"[^"]*"/g, '');
  const count = (delimiter: string) => bare.split(delimiter).length - 1;
  return DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best));
}
