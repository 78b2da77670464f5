import { $createRangeSelection, $setSelection, type LexicalEditor, mergeRegister } from 'lexical';
import { wordsToCheck } from '#model/spelling.ts';
import { blockTexts, type PlacedText, rangeOf } from '../find/find-text.ts';
import { setMarks } from '../find/marks.ts';

/** Says which of the words are wrong. */
export type SpellingCheck = (words: readonly string[]) => Promise<readonly string[]>;

/** A wrong word at the caret. */
export interface WrongWord {
  readonly word: string;
  readonly box: { readonly left: number; readonly top: number; readonly bottom: number };
}

export interface Spelling {
  /** The wrong word in which the caret stands; null when there is none. */
  atCaret(): WrongWord | null;
  /** Puts `text` in the place of the wrong word at the caret. */
  replace(text: string): void;
  /** Forgets what is known of this word, or of all: it was added to the book's own words, or the language changed. */
  forget(word?: string): void;
}

/** Silence after which the text is looked at, ms. */
const SILENCE_MS = 600;
/** Words asked for in one call. */
const BATCH = 500;

/**
 * Marks words that are spelled wrong, without touching the text. Each word is asked for once; of a long note only the
 * blocks whose text has changed are looked at again.
 */
export function registerSpelling(
  editor: LexicalEditor,
  check: SpellingCheck,
): { spelling: Spelling; stop: () => void } {
  const known = new Map<string, boolean>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let marks: { readonly word: string; readonly range: Range }[] = [];
  let isStopped = false;

  async function look(): Promise<void> {
    const root = editor.getRootElement();
    if (!root) return;
    const blocks = [...blockTexts(root)].map(({ text, nodes }) => ({ nodes, words: wordsToCheck(text) }));
    const unknown = new Set(
      blocks.flatMap(({ words }) => words.map(({ word }) => word)).filter((word) => !known.has(word)),
    );
    const asked = [...unknown];
    for (let i = 0; i < asked.length && !isStopped; i += BATCH) {
      const batch = asked.slice(i, i + BATCH);
      try {
        const wrong = new Set(await check(batch));
        for (const word of batch) known.set(word, !wrong.has(word));
      } catch {
        // Spelling is a help: a text is never held up by it.
        return;
      }
    }
    if (isStopped || editor.getRootElement() !== root) return;
    // What was typed while the answer was on its way is looked at in the next round.
    marks = blocks.flatMap(({ nodes, words }) =>
      words
        .filter(({ word }) => known.get(word) === false)
        .flatMap(({ word, from }) => markOf(nodes, word, from) ?? []),
    );
    setMarks(
      'note-spelling',
      marks.map(({ range }) => range),
    );
  }

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), SILENCE_MS);
  };

  const markAtCaret = () => {
    const selection = document.getSelection();
    const { anchorNode, anchorOffset } = selection ?? { anchorNode: null, anchorOffset: 0 };
    if (!anchorNode || !selection?.isCollapsed) return null;
    return marks.find(({ range }) => range.isPointInRange(anchorNode, anchorOffset)) ?? null;
  };

  const spelling: Spelling = {
    atCaret() {
      const mark = markAtCaret();
      if (!mark) return null;
      const { left, top, bottom } = mark.range.getBoundingClientRect();
      return { word: mark.word, box: { left, top, bottom } };
    },
    replace(text) {
      const mark = markAtCaret();
      if (!mark) return;
      editor.update(() => {
        const selection = $createRangeSelection();
        selection.applyDOMRange(mark.range);
        $setSelection(selection);
        selection.insertText(text);
      });
      editor.getRootElement()?.focus({ preventScroll: true });
    },
    forget(word) {
      if (word === undefined) known.clear();
      for (const each of known.keys())
        if (each.toLocaleLowerCase('nb') === word?.toLocaleLowerCase('nb')) known.delete(each);
      void look();
    },
  };

  const stop = mergeRegister(
    editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
      if (dirtyElements.size > 0 || dirtyLeaves.size > 0) later();
    }),
    editor.registerRootListener((root) => {
      if (root) later();
    }),
    () => {
      isStopped = true;
      clearTimeout(timer);
      setMarks('note-spelling', []);
    },
  );
  return { spelling, stop };
}

/** The word's place in the text; null when it lies in a plate that is drawn and not written, or is no longer there. */
function markOf(nodes: readonly PlacedText[], word: string, from: number): { word: string; range: Range } | null {
  const range = rangeOf(nodes, from, from + word.length);
  if (range.startContainer.parentElement?.closest('[contenteditable="false"]')) return null;
  return range.startContainer.isConnected && range.toString() === word ? { word, range } : null;
}
