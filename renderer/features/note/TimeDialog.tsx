import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Time } from '#model/document/format.ts';
import { type DateText, whenOfDate } from '#model/document/moment.ts';
import { DateTimeField } from '#renderer/ui/DateTimeField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { useZone } from '#renderer/ui/zone.ts';
import { dateTextOf, LINK_PRECISIONS } from './LinkDateDialog.tsx';

interface Props {
  time: Time;
  onClose: () => void;
  onTake: (time: Time) => void;
}

/** Another date or time in the place of one in the text. */
export function TimeDialog({ time, onClose, onTake }: Props) {
  const { t } = useTranslation('writing');
  const zone = useZone();
  const [from, setFrom] = useState<DateText | null>(time.from);
  const [to, setTo] = useState<DateText | null>(time.to ?? null);
  // A day alone is compared with the day of the other.
  const length = Math.min(from?.length ?? 0, to?.length ?? 0);
  const isBackward = from !== null && to !== null && to.slice(0, length) < from.slice(0, length);
  const field = (label: string, text: DateText | null, set: (text: DateText | null) => void) => (
    <DateTimeField
      label={label}
      hint={t('link.dateHint')}
      value={text ? whenOfDate(text, zone) : null}
      precisions={LINK_PRECISIONS}
      onCommit={(when) => set(dateTextOf(when))}
      {...(isBackward ? { error: t('time.backward') } : {})}
    />
  );
  return (
    <Dialog
      open
      title={t('time.change')}
      onClose={onClose}
      onConfirm={() => from && onTake({ type: 'time', from, ...(to ? { to } : {}) })}
      confirmLabel={t('link.take')}
      confirmDisabled={from === null || isBackward}
    >
      {field(t(time.to ? 'time.from' : 'time.at'), from, setFrom)}
      {time.to && field(t('time.to'), to, setTo)}
    </Dialog>
  );
}
