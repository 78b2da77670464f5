import { useTranslation } from 'react-i18next';
import { EDIT_SCOPES, type EditScope } from '#model/plan/recurrence-edit.ts';
import type { OccurrenceRef } from '#model/plan/types.ts';
import type { Plan } from './plan.ts';
import { usePlanWords } from './plan-words.ts';
import { RadioField } from './RadioField.tsx';

interface Props {
  plan: Plan;
  /** The occurrences that are edited: the answer that reaches them alone says which they are. */
  refs: readonly OccurrenceRef[];
  value: EditScope;
  onChange: (scope: EditScope) => void;
}

/** What an edit of a series reaches: this one, this and the following, or all that have not begun. */
export function ScopeField({ plan, refs, value, onChange }: Props) {
  const { t } = useTranslation('plan');
  const words = usePlanWords();
  const [only] = refs.length === 1 ? refs : [];
  const when = only ? words.when(plan, only) : null;
  const labelOf = (scope: EditScope) => {
    if (scope === 'all') return t('edit.scope.all');
    if (!only) return t(`edit.scopeChosen.${scope}`, { count: refs.length });
    return scope === 'this' && when !== null ? t('edit.scopeThis', { when }) : t(`edit.scope.${scope}`);
  };
  return (
    <RadioField
      label={t('edit.scopeLead')}
      isShown
      value={value}
      options={EDIT_SCOPES.map((scope) => ({ value: scope, label: labelOf(scope) }))}
      onChange={onChange}
    />
  );
}
