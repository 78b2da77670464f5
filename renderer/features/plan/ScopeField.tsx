import { useTranslation } from 'react-i18next';
import { EDIT_SCOPES, type EditScope } from '#model/plan/recurrence-edit.ts';
import { RadioField } from './RadioField.tsx';

interface Props {
  value: EditScope;
  onChange: (scope: EditScope) => void;
}

/** What an edit of a series reaches: this one, this and the following, or all that have not begun. */
export function ScopeField({ value, onChange }: Props) {
  const { t } = useTranslation('plan');
  return (
    <RadioField
      label={t('edit.scopeLead')}
      value={value}
      options={EDIT_SCOPES.map((scope) => ({ value: scope, label: t(`edit.scope.${scope}`) }))}
      onChange={onChange}
    />
  );
}
