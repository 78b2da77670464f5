import { createIndexText } from '#db/search/index-text.ts';
import { createScrub } from '#main/briefing/redact.ts';
import { sentencesOf } from '#main/briefing/sentences.ts';
import { noteAsMarkdown } from '#main/note-export/markdown.ts';
import type { NoteExport } from '#main/note-export/read.ts';
import type { ExportWords } from '#main/note-export/words.ts';
import { DOCUMENT_VERSION } from '#model/document/format.ts';
import { wordsToCheck } from '#model/spelling.ts';
import { HARD_TEXTS } from '#tests/helpers/hard-texts.ts';
import { type Bench, round, row, timed } from './bench.ts';

const LENGTH = 100_000;
const TIMES = 8;
const ROUNDS = 3;
/** Of short work the clearing away of memory is most of what is measured: as much is not counted. */
const NOISE_MS = 25;
/** Eight times the text costs eight times the work; with its square the ratio would be eight. */
const GOAL = 2;

const scrub = createScrub([
  { text: '+47 912 34 567', reason: 'protected' },
  { text: 'Solhøgda 14 B, 0873 Oslo', reason: 'protected' },
  { text: 'blåmeis', reason: 'code' },
]);

/** What runs over every text that is kept, searched or handed out. */
const WORK: Readonly<Record<string, (text: string) => unknown>> = {
  index: (text) => createIndexText()([text]),
  redaction: scrub,
  sentences: sentencesOf,
  spelling: wordsToCheck,
  export: (text) => noteAsMarkdown(noteOf(text), new Map(), WORDS),
};

/** The hardest text of each kind of work: what eight times its length costs against eight times its cost. */
export const hardTexts: Bench = {
  name: 'hard-texts',
  async run() {
    const rows = [];
    for (const [name, work] of Object.entries(WORK)) {
      let worst = { ours: 0, peer: 1, text: '' };
      for (const [text, make] of Object.entries(HARD_TEXTS)) {
        const [short, long] = [make(LENGTH), make(LENGTH * TIMES)];
        const peer = TIMES * (await fastest(() => work(short))) + NOISE_MS;
        const ours = await fastest(() => work(long));
        if (ours / peer > worst.ours / worst.peer) worst = { ours, peer, text };
      }
      rows.push(row(`hard texts, ${name}`, worst.ours, worst.peer, GOAL, { worst: worst.text, ms: round(worst.ours) }));
    }
    return rows;
  },
};

async function fastest(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < ROUNDS; turn += 1) times.push(await timed(async () => work()));
  return Math.min(...times);
}

function noteOf(text: string): NoteExport {
  const document = { version: DOCUMENT_VERSION, blocks: [{ type: 'paragraph', content: [{ type: 'text', text }] }] };
  return { heading: 'Notat', document } as unknown as NoteExport;
}

const WORDS: ExportWords = {
  marking: 'FORTROLIG',
  facts: [],
  limits: [],
  struck: () => '',
  addendum: () => '',
  image: () => '',
} as unknown as ExportWords;
