import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import type { Kind } from '#model/kinds.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { useCommands } from '#renderer/ui/commands.ts';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { ExtendAlarmDialog } from './ExtendAlarmDialog.tsx';
import { grantOf } from './grant.ts';

const ALARMS: Kind[] = ['alarm'];

/** Extends any alarm of the case that is out, from the palette, wherever in the case one stands. */
export function AlarmCommands({ caseId }: { caseId: RecordId }) {
  const { t } = useTranslation('alarm');
  const words = useRecordWords();
  const [extending, setExtending] = useState<RecordId | null>(null);
  const { data } = useRoute('record.list', { kinds: ALARMS, caseId });
  const role = useRoute('session.get', {}).data?.person.role;
  const alarms = role === undefined || role === 'reader' ? [] : (data?.records ?? []);
  useCommands(
    alarms.flatMap((alarm) => {
      const { unit, isOut } = grantOf(alarm);
      if (!isOut) return [];
      return [
        {
          id: `alarm.extend.${alarm.id}`,
          label: t('command', { unit }),
          icon: 'bell' as const,
          group: words.kind('alarm'),
          run: () => setExtending(alarm.id),
        },
      ];
    }),
  );
  return extending && <ExtendAlarmDialog alarmId={extending} onClose={() => setExtending(null)} />;
}
