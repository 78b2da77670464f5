import type { BriefingBlock, BriefingSection, KeyValue, Row } from '#model/briefing.ts';
import type { Material } from '../material.ts';
import type { Words } from '../words.ts';
import { isSameSum } from './files.ts';

type Evidence = Material['evidence'][number];
type File = Material['attachment'][number];

/**
 * What proves it: each piece with who secured it, when, and the checksum it can be held against; then each file with what
 * was noted of it at intake and who has had it.
 */
export function evidenceIndex(m: Material, w: Words): BriefingSection {
  const heading = w.t('package:evidence.heading');
  const files = m.profile === 'saksdokumenter' ? provingFiles(m) : m.attachment;
  if (m.evidence.length === 0 && files.length === 0) {
    return { id: 'evidence', heading, blocks: [{ type: 'empty', text: w.t('package:evidence.none') }] };
  }
  const columns = [
    { heading: w.t('package:evidence.number'), width: 'time' },
    { heading: w.t('kinds:field.securedAt'), width: 'short' },
    { heading: w.t('kinds:kind.evidence.one'), width: 'rest' },
  ] as const;
  const rows = m.evidence.map((one, index) => evidenceRow(one, index + 1, m, w));
  const blocks: BriefingBlock[] = rows.length > 0 ? [{ type: 'table', columns, rows }] : [];
  return { id: 'evidence', heading, blocks: [...blocks, ...files.flatMap((file) => fileBlocks(file, m, w))] };
}

/** Files that prove what is told: those that belong to a piece of evidence on the list, or to a breach that is told. */
export function provingFiles(m: Material): File[] {
  const told = new Set([...m.evidence, ...m.breach].map(({ id }) => id));
  return m.attachment.filter(({ id }) => m.fileLinks.get(id)?.some((one) => told.has(one)));
}

function evidenceRow({ values }: Evidence, number: number, m: Material, w: Words): Row {
  const secured =
    values.securedAt === null
      ? w.t('orders:notSecured')
      : [w.at(values.securedAt), values.securedBy].filter(Boolean).join(', ');
  const type = values.type && w.option('type', values.type);
  // Named by its type already, it is not named twice.
  const isTold = type && values.text.toLowerCase().startsWith(type.toLowerCase());
  const what = [!isTold && type, values.text, values.amount].filter(Boolean).join(', ');
  const notes = [
    values.sha256 && `SHA-256 ${values.sha256}`,
    m.profile !== 'saksdokumenter' && values.kept && `${w.t('kinds:field.kept')}: ${values.kept}`,
  ].filter(Boolean);
  const note = notes.length > 0 ? { note: notes.join(' · ') } : {};
  return { cells: [{ text: String(number) }, { text: secured }, { text: what, ...note }] };
}

function fileBlocks(file: File, m: Material, w: Words): BriefingBlock[] {
  const { values, createdAt, createdBy } = file;
  const proves = m.evidence.filter(({ id }) => m.fileLinks.get(file.id)?.includes(id));
  const numbers = proves.map((one) => String(m.evidence.indexOf(one) + 1));
  const title =
    numbers.length > 0
      ? w.t('package:evidence.file', { name: values.name, count: numbers.length, numbers: w.list(numbers) })
      : w.t('package:evidence.fileAlone', { name: values.name });
  const items: KeyValue[] = [];
  const add = (key: string, value: string | null) => {
    if (value) items.push({ key: w.t(`kinds:field.${key}`), value });
  };
  add('originalName', values.originalName);
  add('mediaType', values.mediaType);
  add('sizeBytes', w.t('package:evidence.bytes', { count: values.sizeBytes }));
  add('sha256', values.sha256);
  items.push({ key: w.t('package:evidence.taken'), value: `${w.at(createdAt)}, ${createdBy}` });
  add('modifiedAt', values.modifiedAt === null ? null : w.at(values.modifiedAt));
  add('taken', values.taken && w.when(values.taken));
  if (m.profile !== 'saksdokumenter') add('source', values.source);
  for (const other of proves.filter((one) => one.values.sha256 && !isSameSum(one, file))) {
    const number = m.evidence.indexOf(other) + 1;
    items.push({
      key: w.t('package:evidence.differs'),
      value: w.t('package:evidence.differsFrom', { number }),
      strong: true,
    });
  }
  return [{ type: 'subheading', text: title }, { type: 'facts', items }, ...custody(file, m, w)];
}

/** Who has had it, step by step, and who entered each step and when: not always who did it. */
function custody(file: File, m: Material, w: Words): BriefingBlock[] {
  const rows = m.custody_event
    .filter(({ values }) => values.attachmentId === file.id)
    .sort((a, b) => a.values.at - b.values.at)
    .map(({ values, createdAt, createdBy }): Row => {
      const { person, toWhom } = values;
      const who = person && toWhom ? w.t('attachment:custody.fromTo', { person, toWhom }) : (person ?? toWhom ?? '');
      const entered = w.t('attachment:custody.entered', { at: w.at(createdAt), by: createdBy });
      const note = [values.note, entered].filter(Boolean).join(' · ');
      return { cells: [{ text: w.at(values.at) }, { text: w.option('step', values.step) }, { text: who, note }] };
    });
  if (rows.length === 0) return [];
  const columns = [
    { heading: w.t('fact.time'), width: 'time' },
    { heading: w.t('kinds:field.step'), width: 'short' },
    { heading: w.t('kinds:field.byWhom'), width: 'rest' },
  ] as const;
  return [{ type: 'table', columns, rows }];
}
