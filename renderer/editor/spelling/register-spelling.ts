import {
  $createRangeSelection,
  $getNearestNodeFromDOMNode,
  $isTextNode,
  $setSelection,
  type LexicalEditor,
  mergeRegister,
} from 'lexical';
import { wordsToCheck } from '#model/spelling.ts';
import { blockTexts, type PlacedText, rangeOf } from '../find/find-text.ts';
import { setMarks } from '../find/marks.ts';
import { createStore, type Store } from '../store.ts';

/** Says which of the words are wrong. */
export type SpellingCheck = (words: readonly string[]) => Promise<readonly string[]>;

/** A wrong word at the caret, or just before it: what was typed last is the word somebody means. */
export interface WrongWord {
  readonly word: string;
  readonly box: { readonly left: number; readonly top: number; readonly bottom: number };
}

export interface Spelling {
  /** The wrong word at the caret; null when there is none. */
  atCaret(): WrongWord | null;
  /** The same while the caret rests, for who does not see the mark. */
  readonly resting: Store<string | null>;
  /** Puts `text` in the place of the wrong word at the caret, which stays as far behind it as it was. */
  replace(text: string): void;
  /** Forgets what is known of this word, or of all: it was added to the book's own words, or the language changed. */
  forget(word?: string): void;
}

/** Silence after which the text is looked at, ms. */
const SILENCE_MS = 600;
/** How long the caret rests before a wrong word at it is told, ms: who walks through the text is not talked to at each word. */
const REST_MS = 300;
/** A space and a full stop after a word do not part the caret from it; a word of one letter does. */
const BEHIND = 2;
const BETWEEN = /^[\s.,;:!?]*$/;
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
  const resting = createStore<string | null>(null);
  let rest: ReturnType<typeof setTimeout> | undefined;

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
    tell();
  }

  const later = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void look(), SILENCE_MS);
  };

  const markAtCaret = () => {
    const selection = document.getSelection();
    const { anchorNode, anchorOffset } = selection ?? { anchorNode: null, anchorOffset: 0 };
    if (!anchorNode || !selection?.isCollapsed) return null;
    return (
      marks.find(({ range }) => range.isPointInRange(anchorNode, anchorOffset)) ??
      marks.find(({ range }) => behind(range, anchorNode, anchorOffset) <= BEHIND) ??
      null
    );
  };

  const tell = () => {
    clearTimeout(rest);
    rest = setTimeout(() => {
      const root = editor.getRootElement();
      resting.set(root?.contains(document.activeElement) ? (markAtCaret()?.word ?? null) : null);
    }, REST_MS);
  };
  document.addEventListener('selectionchange', tell);

  const spelling: Spelling = {
    resting,
    atCaret() {
      const mark = markAtCaret();
      if (!mark) return null;
      const { left, top, bottom } = mark.range.getBoundingClientRect();
      return { word: mark.word, box: { left, top, bottom } };
    },
    replace(text) {
      const mark = markAtCaret();
      if (!mark) return;
      const { anchorNode, anchorOffset } = document.getSelection() ?? { anchorNode: null, anchorOffset: 0 };
      const distance = anchorNode ? behind(mark.range, anchorNode, anchorOffset) : 0;
      const { startContainer, startOffset, endContainer } = mark.range;
      editor.update(() => {
        const selection = $createRangeSelection();
        selection.applyDOMRange(mark.range);
        $setSelection(selection);
        const node = $getNearestNodeFromDOMNode(startContainer);
        if (startContainer !== endContainer || distance > BEHIND || !$isTextNode(node)) {
          selection.insertText(text);
          return;
        }
        node.spliceText(startOffset, mark.word.length, text);
        const at = startOffset + text.length + distance;
        node.select(at, at);
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
      clearTimeout(rest);
      document.removeEventListener('selectionchange', tell);
      setMarks('note-spelling', []);
    },
  );
  return { spelling, stop };
}

/** How many characters of the same text lie between the end of a word and a place after it; infinite elsewhere. */
function behind(range: Range, node: Node, offset: number): number {
  const distance = range.endContainer === node ? offset - range.endOffset : -1;
  const between = node.textContent?.slice(range.endOffset, offset) ?? '';
  return distance < 0 || !BETWEEN.test(between) ? Number.POSITIVE_INFINITY : distance;
}

/** The word's place in the text; null when it lies in a plate that is drawn and not written, or is no longer there. */
function markOf(nodes: readonly PlacedText[], word: string, from: number): { word: string; range: Range } | null {
  const range = rangeOf(nodes, from, from + word.length);
  if (range.startContainer.parentElement?.closest('[contenteditable="false"]')) return null;
  return range.startContainer.isConnected && range.toString() === word ? { word, range } : null;
}
