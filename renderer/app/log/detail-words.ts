import type { TFunction } from 'i18next';
import type { UseLine } from '#model/log.ts';

/** `leder 3 (2 p, 48211 B)`: profile and copy number of a briefing that left. */
const EXPORT = /^(leder|patrulje|saksdokumenter|jurist|kronologi) (\d+)/;
/** `18204 9e417ab0c2d855f1`: checkpoint of a backup. */
const BACKUP = /^(\d+) [0-9a-f]+$/;
/** `note_docx internal 48211 B`: a note that left, for whom, in which format. */
const NOTE_EXPORT = /^note_(docx|md) (internal|case_document) /;
/** `taken Vik`: another person's draft of a note, and what became of it. */
const DRAFT = /^(taken|discarded) (.+)$/s;
const NOTES = [
  'attempts_damaged',
  'head_behind',
  'head_differs',
  'head_missing',
  'head_half',
  'clock_before_last_entry',
  'clock_long_after',
];

/** What a line of the use log says beyond its action, in words; what has none is shown as it stands. */
export function detailWords(t: TFunction<string[]>, { action, detail }: Pick<UseLine, 'action' | 'detail'>): string {
  if (detail === null) return '';
  if (action === 'search' && /^\d+$/.test(detail)) return t('log:detail.search', { count: Number(detail) });
  if (action === 'reveal') return t(`kinds:field.${detail}`, { defaultValue: detail });
  const [, profile, copy] = EXPORT.exec(detail) ?? [];
  if (action === 'export' && profile) return t(`log:detail.export_${profile}`, { copy });
  const [, format, purpose] = NOTE_EXPORT.exec(detail) ?? [];
  if (action === 'export' && format) {
    return t('log:detail.export_note', { format: format.toUpperCase(), purpose: t(`export:purpose.${purpose}`) });
  }
  const [, fate, person] = DRAFT.exec(detail) ?? [];
  if (action === 'draft' && fate) return t(`log:detail.draft_${fate}`, { person });
  const [, seq] = BACKUP.exec(detail) ?? [];
  if (action === 'backup' && seq) return t('log:detail.backup', { seq });
  const known = NOTES.filter((note) => detail.includes(note)).map((note) => t(`log:detail.${note}`));
  return known.length > 0 ? known.join(', ') : detail;
}
