import type { Tx } from '#db/book.ts';
import {
  type Block,
  DOCUMENT_VERSION,
  type Inline,
  type NoteDocument,
  serializeDocument,
} from '#model/document/format.ts';
import { documentLinks } from '#model/document/mentions.ts';
import { documentText } from '#model/document/text.ts';
import type { RecordId } from '#model/ids.ts';
import type { LinkType } from '#model/kinds/note.ts';
import type { AnyRecord } from '#model/kinds.ts';
import { when } from './night-time.ts';

/** Records the notes speak of. */
export interface NightRecords {
  readonly lind: RecordId;
  readonly m: RecordId;
  readonly breach: RecordId;
  readonly guard: RecordId;
  readonly hearing: RecordId;
}

/**
 * Notes of the invented night. `[word|record]` mentions a record, `[word|record|link]` with a type of link; a line that
 * begins with `> ` is a quote, one with `- ` an item of a list.
 */
const NOTES: readonly [date: string, time: string, heading: string, lines: readonly string[]][] = [
  [
    '2026-03-28',
    '23:05',
    'Samtale med Lind, natt til søndag',
    [
      'Snakket med [Lind|lind] 51 minutter etter at [M.|m] ble pågrepet for [brudd|breach|evidence_for]. Hun er redd, men klar og konkret. Barna var våkne og hørte ropene.',
      'Hun sier at [M.|m] har brukt søsteren til å spørre hvor barna skal være i påsken. Søsteren har ikke svart.',
      '> «At noen står her til jeg vet om han blir sittende. Og at noen sier fra til meg først, ikke til slekta.»',
      'Avtalt: [fast vakthold, natt|guard] står til retten har avgjort. Melding etter 09:00 når tid for [fengslingsmøtet|hearing|follows_up] er kjent. Hun vil forklare seg i dag kl. 10:00.',
    ],
  ],
  [
    '2026-03-28',
    '23:50',
    'Rapport fra patrulje 31',
    [
      '[M.|m] sto i bakgården ved sykkelskuret, se [bruddet|breach|describes]. Sa at han ville levere en gave til datteren.',
      '- Ingen motstand',
      '- Ingen våpen funnet',
      '- Barna så ham fra vinduet',
    ],
  ],
  [
    '2026-03-27',
    '14:00',
    'Samarbeidsmøte, barnehagen',
    ['Styrer kjenner rutinen.', '- Henting bare med avtalt ord', '- Ingen uniform ved porten'],
  ],
  [
    '2026-03-26',
    '11:30',
    'SARA:SV, grunnlag',
    [
      'Fire kilder: samtale med [Lind|lind], anrop fra skjult nummer, søsterens opplysninger, rapporter fra 11. og 18. mars.',
    ],
  ],
  [
    '2026-03-17',
    '10:00',
    'Trygghetsplan, versjon 3',
    ['Naboen i første etasje har nøkkel. Bagen står pakket i boden. Barna vet hvor de skal gå.'],
  ],
];

/** Writes the notes of the night into its case, with the links their mentions make. */
export async function writeNightNotes(tx: Tx, caseId: RecordId, records: NightRecords): Promise<void> {
  const found = new Map<string, AnyRecord | null>();
  for (const [name, id] of Object.entries(records)) found.set(name, await tx.find(id));
  for (const [date, time, heading, lines] of NOTES) {
    const document: NoteDocument = { version: DOCUMENT_VERSION, blocks: blocksOf(lines, found) };
    const { id: fromId } = await tx.insert(
      'note',
      {
        heading,
        document: serializeDocument(document),
        documentVersion: DOCUMENT_VERSION,
        text: documentText(document),
        happened: when(`${date} ${time}`),
      },
      { caseId },
    );
    for (const { toId, type, excerpt } of documentLinks(document)) {
      await tx.insert('link', { fromId, toId, type, excerpt }, { caseId });
    }
  }
}

function blocksOf(lines: readonly string[], records: ReadonlyMap<string, AnyRecord | null>): Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const content = inlineOf(line.replace(/^[->] /, ''), records);
    const last = blocks.at(-1);
    if (line.startsWith('> ')) blocks.push({ type: 'quote', content });
    else if (!line.startsWith('- ')) blocks.push({ type: 'paragraph', content });
    else if (last?.type === 'list')
      blocks[blocks.length - 1] = { ...last, content: [...last.content, { type: 'item', content }] };
    else blocks.push({ type: 'list', style: 'bullet', content: [{ type: 'item', content }] });
  }
  return blocks;
}

function inlineOf(text: string, records: ReadonlyMap<string, AnyRecord | null>): Inline[] {
  return text.split(/(\[[^\]]+\])/).flatMap((part): Inline[] => {
    const [, label, name, link = 'mentions'] = /^\[([^|]+)\|(\w+)(?:\|(\w+))?\]$/.exec(part) ?? [];
    const record = name === undefined ? null : records.get(name);
    if (label !== undefined && record) {
      return [{ type: 'mention', to: record.id, kind: record.kind, label, link: link as LinkType }];
    }
    return part === '' ? [] : [{ type: 'text', text: label ?? part }];
  });
}
