import { useTranslation } from 'react-i18next';
import { KIND_NAMES, type Kind, kindOf } from '#model/kinds.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { KindBadge } from '#renderer/ui/KindBadge.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';

/** Kinds that are asked for by name; parts of other records are found with all. */
const KINDS = KIND_NAMES.filter((kind) => kindOf(kind).listed !== false);

interface Props {
  value: readonly Kind[];
  onChange: (kinds: Kind[]) => void;
}

/** Any number of kinds: chosen from the list, each taken out again by itself. */
export function KindFilter({ value, onChange }: Props) {
  const { t } = useTranslation(['search', 'kinds']);
  const name = (kind: Kind) => t(`kinds:kind.${kind}.many`);
  const others = KINDS.filter((kind) => !value.includes(kind))
    .map((kind) => ({ value: kind, label: name(kind) }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return (
    <div className="vb-search-kinds">
      <SelectField<Kind>
        label={t('filter.kind')}
        value={null}
        options={others}
        empty={t(value.length === 0 ? 'any.kind' : 'any.moreKinds')}
        onChange={(kind) => kind && onChange([...value, kind])}
      />
      {value.length > 0 && (
        <ul aria-label={t('chosenKinds')}>
          {value.map((kind) => (
            <li key={kind}>
              <KindBadge kind={kind} />
              <span>{name(kind)}</span>
              <IconButton
                size="sm"
                icon="close"
                label={t('withoutKind', { kind: name(kind) })}
                onClick={() => onChange(value.filter((one) => one !== kind))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
