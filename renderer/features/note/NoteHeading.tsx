import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { keepUndoInside } from '#renderer/editor/commands/keys.ts';
import { useStore } from '#renderer/editor/useStore.ts';
import type { Desk } from './desk.ts';

interface Props {
  desk: Desk;
  autoFocus: boolean;
  /** Enter, or the arrow down from the last line: on into the text. */
  onDown: () => void;
}

const MAX_LENGTH = 200;

/** The heading: one line of words over as many rows as it needs. */
export function NoteHeading({ desk, autoFocus, onDown }: Props) {
  const { t } = useTranslation('note');
  const heading = useStore(desk.heading);
  const ref = useRef<HTMLTextAreaElement>(null);
  useEffect(() => (ref.current ? keepUndoInside(ref.current) : undefined), []);
  useEffect(() => {
    if (autoFocus) ref.current?.focus();
  }, [autoFocus]);
  return (
    <textarea
      ref={ref}
      className="note-heading"
      rows={1}
      maxLength={MAX_LENGTH}
      aria-label={t('heading')}
      placeholder={t('headingPlaceholder')}
      readOnly={desk.closed !== null || desk.signed !== null}
      autoComplete="off"
      spellCheck={false}
      value={heading}
      onChange={(event) => desk.setHeading(event.currentTarget.value.replace(/\s*\n\s*/g, ' '))}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        const { selectionStart, value } = event.currentTarget;
        const isEnter = event.key === 'Enter';
        if (!isEnter && !(event.key === 'ArrowDown' && selectionStart === value.length)) return;
        event.preventDefault();
        onDown();
      }}
    />
  );
}
