import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { MARKINGS, type Marking } from '#model/kinds/case.ts';
import { CASE_ROLES, type CaseRole } from '#model/kinds/person.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { type PersonDraft, PersonRow } from './PersonRow.tsx';

interface Props {
  onClose: () => void;
  onCreated: (id: RecordId) => void;
}

/** A new case with the persons known so far. Only its name must be given. */
export function CreateCaseDialog({ onClose, onCreated }: Props) {
  const { t } = useTranslation(['app', 'kinds']);
  const create = useAction('case.create');
  const [name, setName] = useState('');
  const [number, setNumber] = useState('');
  const [marking, setMarking] = useState<Marking>('fortrolig');
  const [tried, setTried] = useState(false);
  const [persons, setPersons] = useState<readonly PersonDraft[]>([draft(0, 'protected'), draft(1, 'threat_actor')]);

  const change = (key: number, patch: Partial<PersonDraft>) =>
    setPersons(persons.map((person) => (person.key === key ? { ...person, ...patch } : person)));
  const add = () => setPersons([...persons, draft(Math.max(-1, ...persons.map((one) => one.key)) + 1, 'protected')]);
  const confirm = () => {
    setTried(true);
    if (name.trim() === '') return;
    const named = persons.filter((person) => person.name.trim() !== '');
    create.mutate(
      {
        name: name.trim(),
        number: number.trim() || null,
        marking,
        persons: named.map((person) => ({ name: person.name.trim(), role: person.role })),
      },
      { onSuccess: ({ id }) => onCreated(id) },
    );
  };

  return (
    <Dialog
      open
      title={t('create_case.title')}
      subtitle={t('create_case.subtitle')}
      width={560}
      onClose={onClose}
      onConfirm={confirm}
      confirmLabel={t('create_case.confirm')}
      busy={create.isPending}
    >
      <div className="vb-create-case">
        <TextField
          label={t('create_case.name')}
          hint={t('create_case.name_hint')}
          error={tried && name.trim() === '' ? t('create_case.name_missing') : null}
          value={name}
          onChange={setName}
          maxLength={120}
          data-autofocus
        />
        <TextField
          label={t('create_case.number')}
          optional={t('optional')}
          value={number}
          onChange={setNumber}
          maxLength={40}
        />
      </div>
      <div className="vb-field">
        <span className="vb-field-label">{t('create_case.marking')}</span>
        <div>
          <Segmented
            label={t('create_case.marking')}
            value={marking}
            options={MARKINGS.map((value) => ({ value, label: t(`kinds:option.marking.${value}`) }))}
            onChange={setMarking}
          />
        </div>
        <span className="vb-field-hint">{t('create_case.marking_hint')}</span>
      </div>
      <fieldset className="vb-create-persons">
        <legend className="vb-field-label">{t('create_case.persons')}</legend>
        {persons.map((person) => (
          <PersonRow
            key={person.key}
            person={person}
            roles={CASE_ROLES}
            onChange={(patch) => change(person.key, patch)}
            onRemove={() => setPersons(persons.filter((one) => one.key !== person.key))}
          />
        ))}
        <div>
          <Button size="sm" icon="plus" onClick={add}>
            {t('create_case.add_person')}
          </Button>
        </div>
        <p className="vb-field-hint">{t('create_case.persons_hint')}</p>
      </fieldset>
      <ErrorNotice error={create.error} />
    </Dialog>
  );
}

function draft(key: number, role: CaseRole): PersonDraft {
  return { key, name: '', role };
}
