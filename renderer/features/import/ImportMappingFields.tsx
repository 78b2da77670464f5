import { useTranslation } from 'react-i18next';
import { IMPORT_COLUMNS, type ImportColumn, type ImportMapping } from '#contract/import.ts';
import { SelectField } from '#renderer/ui/SelectField.tsx';

interface Props {
  header: readonly string[];
  mapping: ImportMapping;
  onChange: (mapping: ImportMapping) => void;
}

/** Which column of the file gives what. */
export function ImportMappingFields({ header, mapping, onChange }: Props) {
  const { t } = useTranslation('import');
  const options = header.map((heading, index) => ({
    value: String(index),
    label: heading || t('column', { number: index + 1 }),
  }));
  const set = (name: ImportColumn, value: string | null) =>
    onChange({ ...mapping, [name]: value === null ? null : Number(value) });
  return (
    <fieldset className="vb-import-mapping">
      <legend>{t('mapping')}</legend>
      {IMPORT_COLUMNS.map((name) => (
        <SelectField
          key={name}
          label={t(`field.${name}`)}
          value={mapping[name] === null ? null : String(mapping[name])}
          options={options}
          empty={t('notInFile')}
          onChange={(value) => set(name, value)}
        />
      ))}
    </fieldset>
  );
}
