import { $isQuoteNode } from '@lexical/rich-text';
import {
  $addUpdateTag,
  $createTextNode,
  $findMatchingParent,
  $getSelection,
  $isNodeSelection,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_NORMAL,
  KEY_DOWN_COMMAND,
  KEY_ENTER_COMMAND,
  type LexicalEditor,
  mergeRegister,
  registerEventListener,
  SKIP_SCROLL_INTO_VIEW_TAG,
} from 'lexical';
import type { Grade } from '#model/document/grading.ts';
import { $isGradeNode, GradeNode } from '../nodes/grade-node.ts';
import { $isSpanNode } from '../nodes/span-node.ts';
import { $selectAt } from '../select-node.ts';

/** Grades of statements, as the page works with them. */
export interface Grades {
  /** The grade that is selected or stands right before the caret; null when there is none. */
  current(): Grade | null;
  /** True if a statement that may be graded stands before the caret: not in a quote, which is somebody's own words. */
  canGrade(): boolean;
  /** Puts the grade after what is selected, or in the place of the current one. */
  put(grade: Grade): void;
  /** Takes the current grade away. */
  remove(): void;
}

/**
 * Ctrl+G, a click on a grade, or Enter while one is selected asks for it.
 * @param isGrading asked at each press: a note may come into a criminal case, and out of it, while it is open
 */
export function registerGrades(
  editor: LexicalEditor,
  onAsk: () => void,
  isGrading: () => boolean,
): { grades: Grades; stop: () => void } {
  const grades: Grades = {
    current: () => editor.getEditorState().read(() => $current()?.getValue() ?? null),
    canGrade: () => editor.isEditable() && isGrading() && editor.getEditorState().read($canGrade),
    put(grade) {
      editor.update(() => $put(grade), { discrete: true });
      editor.getRootElement()?.focus({ preventScroll: true });
    },
    remove() {
      editor.update(
        () => {
          const node = $current();
          if (!node) return;
          node.selectPrevious();
          node.remove();
        },
        { discrete: true },
      );
      editor.getRootElement()?.focus({ preventScroll: true });
    },
  };

  const select = (target: EventTarget | null): boolean => {
    let isGrade = false;
    editor.update(
      () => {
        isGrade = $selectAt(target, $isGradeNode);
        if (isGrade) $addUpdateTag(SKIP_SCROLL_INTO_VIEW_TAG);
      },
      { discrete: true },
    );
    return isGrade;
  };

  const stop = mergeRegister(
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        const isChord = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.code === 'KeyG';
        // Where nothing is graded the key is free.
        if (!isChord || !isGrading()) return false;
        event.preventDefault();
        event.stopPropagation();
        if ($canGrade()) onAsk();
        return true;
      },
      COMMAND_PRIORITY_NORMAL,
    ),
    editor.registerCommand(
      KEY_ENTER_COMMAND,
      (event) => {
        const selection = $getSelection();
        if (!$isNodeSelection(selection) || !$current() || !isGrading()) return false;
        event?.preventDefault();
        onAsk();
        return true;
      },
      COMMAND_PRIORITY_NORMAL,
    ),
    editor.registerRootListener((root) =>
      root
        ? registerEventListener(root, 'click', (event) => {
            if (editor.isEditable() && select(event.target) && isGrading()) onAsk();
          })
        : undefined,
    ),
  );
  return { grades, stop };
}

function $current(): GradeNode | null {
  const selection = $getSelection();
  if ($isNodeSelection(selection)) {
    const [only] = selection.getNodes();
    return $isGradeNode(only) ? only : null;
  }
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return null;
  const { anchor } = selection;
  if (anchor.type === 'element') {
    const before = anchor.getNode().getChildAtIndex(anchor.offset - 1);
    return $isGradeNode(before) ? before : null;
  }
  // A space that was typed after the grade does not part from it.
  const text = anchor.getNode().getTextContent().slice(0, anchor.offset);
  const before = text.trim() === '' ? anchor.getNode().getPreviousSibling() : null;
  return $isGradeNode(before) ? before : null;
}

function $canGrade(): boolean {
  if ($current()) return true;
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const point = selection.isBackward() ? selection.anchor : selection.focus;
  const block = point.getNode().getTopLevelElement();
  return block !== null && !$isQuoteNode(block) && block.getTextContent().trim() !== '';
}

function $put({ source, information, handling, basis }: Grade): void {
  const grade = new GradeNode({ type: 'grade', source, information, handling, basis });
  const current = $current();
  if (current) {
    current.replace(grade);
    grade.selectNext(0, 0);
    return;
  }
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  // What is selected is the statement: the grade stands after it and takes nothing of it away.
  const { key, offset, type } = selection.isBackward() ? selection.anchor : selection.focus;
  selection.anchor.set(key, offset, type);
  selection.focus.set(key, offset, type);
  const node = selection.anchor.getNode();
  const span = $findMatchingParent(node, $isSpanNode);
  if (span) {
    span.insertAfter(grade);
    grade.selectNext(0, 0);
  } else {
    const text = $isTextNode(node) ? node.getTextContent().slice(0, offset) : '';
    selection.insertNodes(text === '' || /\s$/.test(text) ? [grade] : [$createTextNode(' '), grade]);
  }
}
