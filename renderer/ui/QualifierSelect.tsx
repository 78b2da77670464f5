import { useTranslation } from 'react-i18next';
import { QUALIFIERS, type Qualifier } from '#model/when.ts';
import './qualifier-select.css';

interface Props {
  value: Qualifier | null;
  /** Id of the label of the time it belongs to. */
  describedBy: string;
  disabled: boolean;
  onChange: (qualifier: Qualifier | null) => void;
}

/** How exactly a time is known: in it, about it, before it or after it. Quiet while it is exact. */
export function QualifierSelect({ value, describedBy, disabled, onChange }: Props) {
  const { t } = useTranslation('time');
  return (
    <select
      className="vb-qualifier"
      aria-label={t('how.label')}
      aria-describedby={describedBy}
      disabled={disabled}
      value={value ?? ''}
      {...(value ? {} : { 'data-exact': true })}
      onChange={(event) => onChange(QUALIFIERS.find((one) => one === event.currentTarget.value) ?? null)}
    >
      <option value="">{t('how.exact')}</option>
      {QUALIFIERS.map((one) => (
        <option key={one} value={one}>
          {t(`how.${one}`)}
        </option>
      ))}
    </select>
  );
}
