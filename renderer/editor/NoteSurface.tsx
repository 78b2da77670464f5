import { type AriaAttributes, useEffect, useRef } from 'react';
import type { Suggestion } from './mentions/mention-search.ts';
import type { NoteEditor } from './note-editor.ts';
import './editor.css';

interface Props<S extends Suggestion> extends Pick<AriaAttributes, 'aria-activedescendant' | 'aria-controls'> {
  editor: NoteEditor<S>;
  id: string;
  /** Name of the text field for screen readers. */
  label: string;
  /** Id of the words that say how mentions are reached, or that it cannot be changed. */
  describedBy?: string;
  placeholder: string;
  isEmpty: boolean;
  /** A text that is only shown has a caret all the same, so that its words can be selected with the keyboard. */
  caret?: boolean;
}

/** What would change a text that has a caret but is only shown. */
const CHANGES = ['beforeinput', 'paste', 'cut', 'drop', 'dragstart'] as const;

function refuseChanges(element: HTMLElement): () => void {
  const refuse = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  // A composition cannot be refused: leaving the text ends it before it has written anything.
  const leave = () => element.blur();
  for (const name of CHANGES) element.addEventListener(name, refuse, { capture: true });
  element.addEventListener('compositionstart', leave);
  return () => {
    for (const name of CHANGES) element.removeEventListener(name, refuse, { capture: true });
    element.removeEventListener('compositionstart', leave);
  };
}

/** The page's side of the editor: one element that the editor fills. */
export function NoteSurface<S extends Suggestion>({
  editor,
  id,
  label,
  describedBy,
  placeholder,
  isEmpty,
  caret = false,
  ...aria
}: Props<S>) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => (ref.current ? editor.attach(ref.current) : undefined), [editor]);
  useEffect(() => (ref.current && caret ? refuseChanges(ref.current) : undefined), [caret]);
  return (
    <div className="note-surface">
      {/* biome-ignore lint/a11y/useSemanticElements: no input element holds rich text */}
      <div
        ref={ref}
        id={id}
        className="note-text"
        contentEditable={editor.isEditable || caret}
        suppressContentEditableWarning
        role="textbox"
        tabIndex={0}
        aria-label={label}
        aria-multiline
        aria-readonly={!editor.isEditable}
        aria-describedby={describedBy}
        spellCheck={false}
        {...(editor.isEditable ? { 'aria-autocomplete': 'list', 'aria-haspopup': 'listbox' } : {})}
        {...aria}
      />
      {isEmpty && (
        <div className="note-empty" aria-hidden="true">
          {placeholder}
        </div>
      )}
    </div>
  );
}
