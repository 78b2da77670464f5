import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkTarget } from '#model/document/format.ts';
import { type DateText, whenOfDate } from '#model/document/moment.ts';
import { localOfInstant } from '#model/time.ts';
import type { Precision, When } from '#model/when.ts';
import { DateTimeField } from '#renderer/ui/DateTimeField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { useZone } from '#renderer/ui/zone.ts';

interface Props {
  target: LinkTarget;
  onClose: () => void;
  /** null takes the date away. */
  onTake: (date: DateText | null) => void;
}

/** A link holds for a day or a minute, not for a month. */
export const LINK_PRECISIONS: readonly Precision[] = ['minute', 'day'];

/** The day or minute of a `When` as a link has it. */
export function dateTextOf(when: When | null): DateText | null {
  if (!when) return null;
  const local = localOfInstant(when.fromAt, when.zone);
  return when.precision === 'minute' ? local : local.slice(0, 10);
}

/** For when a link holds. */
export function LinkDateDialog({ target, onClose, onTake }: Props) {
  const { t } = useTranslation('writing');
  const zone = useZone();
  const [when, setWhen] = useState(target.date ? whenOfDate(target.date, zone) : null);
  return (
    <Dialog
      open
      title={t('link.date')}
      subtitle={target.label}
      onClose={onClose}
      onConfirm={() => onTake(dateTextOf(when))}
      confirmLabel={t('link.take')}
    >
      <DateTimeField
        label={t('link.dateField')}
        hint={t('link.dateHint')}
        value={when}
        precisions={LINK_PRECISIONS}
        onCommit={setWhen}
      />
    </Dialog>
  );
}
