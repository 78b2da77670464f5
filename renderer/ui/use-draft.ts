import { useEffect, useRef, useState } from 'react';

/** How long a field may stay silent before what was typed in it is kept, ms. */
const SILENCE_MS = 2_000;

export interface Draft {
  readonly text: string;
  /** For the control: while something else than the kept value is typed, Esc is the field's and closes nothing around it. */
  readonly guard: { readonly 'data-mantine-stop-propagation'?: 'true' };
  change(text: string): void;
  /** Hands over what was typed, once. */
  commit(): void;
  /** Back to the kept value. */
  putBack(): void;
}

/**
 * The text of a field while it is edited. What was typed is handed to `onCommit` once: on `commit`, after two seconds of
 * silence, or when the field goes away with it. A value that comes from elsewhere never takes away what is being typed.
 *
 * `onCommit` may answer with a promise of true: it was kept, and `value` has been read again since (`useKeep`). What was
 * kept and taken back at once is otherwise never seen as a new value, and the field would go on showing it.
 */
export function useDraft(
  value: string,
  onChange?: (text: string) => void,
  onCommit?: (text: string) => unknown,
): Draft {
  const [text, setText] = useState(value);
  const [kept, setKept] = useState(value);
  const sent = useRef(value);
  if (value !== kept) {
    setKept(value);
    // Untouched, or handed over as it stands: then this is the answer to it, perhaps put in order.
    if (text === kept || text === sent.current) setText(value);
  }
  const now = useRef({ text, value, onCommit });
  useEffect(() => {
    if (now.current.value !== value) sent.current = value;
    now.current = { text, value, onCommit };
  }, [text, value, onCommit]);

  const hand = useRef(() => {
    const { text, value, onCommit } = now.current;
    if (!onCommit || text === value || text === sent.current) return;
    sent.current = text;
    const answer = onCommit(text);
    if (!(answer instanceof Promise)) return;
    void answer.then((isKept) => {
      if (isKept !== true || now.current.value !== value) return;
      // It was taken back before it was read, and may be typed once more. What has been typed since stays.
      if (sent.current === text) sent.current = value;
      if (now.current.text === text) setText(value);
    });
  });

  useEffect(() => {
    if (text === value) return;
    const timer = setTimeout(hand.current, SILENCE_MS);
    return () => clearTimeout(timer);
  }, [text, value]);

  useEffect(() => {
    const flush = hand.current;
    return () => flush();
  }, []);

  return {
    text,
    guard: text === value ? {} : { 'data-mantine-stop-propagation': 'true' },
    change(next) {
      now.current = { ...now.current, text: next };
      setText(next);
      onChange?.(next);
    },
    commit: hand.current,
    putBack() {
      now.current = { ...now.current, text: value };
      setText(value);
      onChange?.(value);
    },
  };
}
