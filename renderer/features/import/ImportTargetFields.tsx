import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportTarget } from '#contract/import.ts';
import type { RecordId } from '#model/ids.ts';
import { isZone } from '#model/time.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';

interface Props {
  target: ImportTarget;
  zone: string;
  onTarget: (target: ImportTarget) => void;
  onZone: (zone: string) => void;
}

const NEW = 'new';

/** Into which case, and in which zone the file's times are meant. */
export function ImportTargetFields({ target, zone, onTarget, onZone }: Props) {
  const { t } = useTranslation('import');
  const cases = useRoute('case.list', {});
  const [wrongZone, setWrongZone] = useState(false);
  const [noName, setNoName] = useState(false);
  const options = [
    { value: NEW, label: t('newCase') },
    ...(cases.data ?? []).map((one) => ({
      value: one.id as string,
      label: [one.number, one.name].filter(Boolean).join(' '),
    })),
  ];
  return (
    <div className="vb-import-target">
      <SelectField
        label={t('intoCase')}
        value={'caseId' in target ? target.caseId : NEW}
        options={options}
        onChange={(id) =>
          onTarget(id === null || id === NEW ? { caseName: t('newCaseName') } : { caseId: id as RecordId })
        }
      />
      {'caseName' in target && (
        <TextField
          label={t('caseName')}
          value={target.caseName}
          maxLength={120}
          error={noName ? t('caseNameMissing') : null}
          onChange={() => setNoName(false)}
          onCommit={(caseName) => {
            setNoName(caseName.trim() === '');
            if (caseName.trim()) onTarget({ caseName: caseName.trim() });
          }}
        />
      )}
      <TextField
        label={t('zone')}
        hint={t('zoneHint')}
        value={zone}
        list="vb-zones"
        error={wrongZone ? t('zoneWrong') : null}
        onChange={() => setWrongZone(false)}
        onCommit={(next) => {
          const known = isZone(next.trim());
          setWrongZone(!known);
          if (known) onZone(next.trim());
        }}
      />
      <datalist id="vb-zones">
        {ZONES.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </div>
  );
}

const ZONES = Intl.supportedValuesOf('timeZone');
