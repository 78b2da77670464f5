import { useTranslation } from 'react-i18next';
import type { ImportSummary } from '#contract/import.ts';
import { IMPORT_KINDS } from '#contract/import.ts';
import { KIND_NAMES } from '#model/kinds.ts';
import { PRECISIONS } from '#model/when.ts';

/** Counts of an import in words: rows by kind, by precision, what is made beside them, what stays out. */
export function ImportSummaryView({ summary }: { summary: ImportSummary }) {
  const { t } = useTranslation('import');
  const { imported, created, precision, rows, skippedRows, refusedRows } = summary;
  const kinds = IMPORT_KINDS.filter((kind) => imported[kind]).map((kind) => `${t(`kind.${kind}`)} ${imported[kind]}`);
  const made = KIND_NAMES.filter((kind) => created[kind]).map((kind) => {
    return `${t(`kinds:kind.${kind}.${created[kind] === 1 ? 'one' : 'many'}`)} ${created[kind]}`;
  });
  const exact = PRECISIONS.filter((one) => precision[one]).map(
    (one) => `${t(`kinds:precision.${one}`)} ${precision[one]}`,
  );
  const lines: [string, string][] = [
    [
      t('rows'),
      t('rowsText', { rows, fresh: rows - skippedRows - refusedRows, skipped: skippedRows, refused: refusedRows }),
    ],
    [t('byKind'), kinds.join(' · ') || '–'],
    [t('byPrecision'), exact.join(' · ') || '–'],
    [t('made'), made.join(' · ') || '–'],
  ];
  return (
    <dl className="vb-import-summary">
      {lines.map(([key, value]) => (
        <div key={key}>
          <dt>{key}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
