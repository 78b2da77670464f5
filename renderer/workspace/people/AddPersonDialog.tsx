import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { CASE_ROLES, type CaseRole } from '#model/kinds/person.ts';
import { useAction, useRoute } from '#renderer/client/hooks.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';

const NEW = 'new';
const MOST = 500;

/** Gives a person a part in the case: a new one, or one the book knows already from another case. */
export function AddPersonDialog({ caseId, onClose }: { caseId: RecordId; onClose: () => void }) {
  const { t } = useTranslation('case');
  const words = useRecordWords();
  const add = useAction('case.add_person');
  const persons = useRoute('record.list', { kinds: ['person'], limit: MOST });
  const [known, setKnown] = useState<string>(NEW);
  const [name, setName] = useState('');
  const [role, setRole] = useState<CaseRole>('protected');
  const person = known === NEW ? { name: name.trim() } : { id: known as RecordId };
  return (
    <Dialog
      open
      title={t('people.add')}
      onClose={onClose}
      onConfirm={() => add.mutate({ caseId, role, person }, { onSuccess: onClose })}
      confirmLabel={t('people.add')}
      lacks={[known === NEW && name.trim() === '' && words.field('name')]}
      busy={add.isPending}
    >
      <div className="vb-people-form">
        <SelectField
          label={words.field('role')}
          value={role}
          options={CASE_ROLES.map((one) => ({ value: one, label: words.option('role', one) }))}
          onChange={(next) => next && setRole(next)}
        />
        <SelectField
          label={words.kind('person')}
          value={known}
          options={[
            { value: NEW, label: t('people.newPerson') },
            ...(persons.data?.records ?? []).map((one) => ({ value: one.id as string, label: one.title })),
          ]}
          onChange={(next) => setKnown(next ?? NEW)}
        />
        {known === NEW && (
          <TextField label={words.field('name')} value={name} onChange={setName} maxLength={120} data-autofocus />
        )}
        <ErrorNotice error={add.error} />
      </div>
    </Dialog>
  );
}
