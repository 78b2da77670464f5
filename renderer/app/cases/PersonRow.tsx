import { useTranslation } from 'react-i18next';
import type { CaseRole } from '#model/kinds/person.ts';
import { IconButton } from '#renderer/ui/IconButton.tsx';

export interface PersonDraft {
  readonly key: number;
  readonly name: string;
  readonly role: CaseRole;
}

interface Props {
  person: PersonDraft;
  roles: readonly CaseRole[];
  onChange: (patch: Partial<PersonDraft>) => void;
  onRemove: () => void;
}

/** A person of the new case: alias or name, and the part they have in it. */
export function PersonRow({ person, roles, onChange, onRemove }: Props) {
  const { t } = useTranslation(['app', 'kinds']);
  return (
    <div className="vb-person-row">
      <input
        className="vb-input"
        aria-label={t('create_case.person_name')}
        placeholder={t('create_case.person_name')}
        autoComplete="off"
        spellCheck={false}
        maxLength={120}
        value={person.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <select
        className="vb-input"
        aria-label={t('create_case.person_role')}
        value={person.role}
        onChange={(event) => {
          const role = roles.find((one) => one === event.currentTarget.value);
          if (role) onChange({ role });
        }}
      >
        {roles.map((role) => (
          <option key={role} value={role}>
            {t(`kinds:option.role.${role}`)}
          </option>
        ))}
      </select>
      <IconButton icon="close" label={t('create_case.remove_person')} onClick={onRemove} />
    </div>
  );
}
