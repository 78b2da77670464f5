import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Contradiction, Side } from '#model/contradictions.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { Urgency } from '#renderer/ui/Urgency.tsx';
import { useStepWords } from './step-words.ts';

/** Steps whose time a clock of the law runs from or is met by. */
const TIMED: readonly string[] = ['arrested', 'presentation_requested', 'hearing_opened'];

interface Props {
  contradiction: Contradiction;
  /** Opens the record that says one side. */
  onOpen: (side: Side) => void;
  children?: ReactNode;
}

/** Sides that tell an end, always to the minute: one at midnight is told as 24:00 of the day that is still in it. */
const ENDS: ReadonlySet<string> = new Set(['maximum', 'toAt', 'untilAt']);

/** Two things that cannot both be true, side by side, each leading to its record; never in the way of anything. */
export function ContradictionLine({ contradiction, onOpen, children }: Props) {
  const { t } = useTranslation('orders');
  const words = useRecordWords();
  const time = useTimeWords();
  const stepWord = useStepWords();
  const { code, sides, settled } = contradiction;
  const [first, second] = sides;
  const side = (what: string | undefined) =>
    what === undefined ? '' : what === 'maximum' ? t('side.maximum') : (stepWord(what) ?? words.field(what));
  const isTwice = code === 'two_readings';
  const title = t(`code.${code}`, { what: side(first?.what), first: side(first?.what), second: side(second?.what) });
  return (
    <div className="vb-contra" data-settled={settled}>
      <div className="vb-contra-head">
        <Icon name="swap" size={14} />
        <strong>{title}</strong>
        {settled ? (
          <Urgency state="met">{t('settled')}</Urgency>
        ) : (
          isTwice && TIMED.includes(first?.what ?? '') && <Urgency state="soon">{t('affectsClock')}</Urgency>
        )}
      </div>
      <dl>
        {sides.map((one) => (
          <div key={`${one.recordId}${one.what}${one.at?.fromAt}`}>
            <dt>{one.at ? (ENDS.has(one.what) ? time.endStamp(one.at.fromAt) : time.when(one.at)) : ''}</dt>
            <dd>
              <button type="button" onClick={() => onOpen(one)}>
                {isTwice && one.readFrom ? words.option('readFrom', one.readFrom) : side(one.what)}
              </button>
            </dd>
          </div>
        ))}
      </dl>
      {children}
    </div>
  );
}
