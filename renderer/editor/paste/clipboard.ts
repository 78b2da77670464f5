import { $isQuoteNode } from '@lexical/rich-text';
import {
  $addUpdateTag,
  $getNearestNodeFromDOMNode,
  $getSelection,
  $insertNodes,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_HIGH,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  COPY_COMMAND,
  CUT_COMMAND,
  CUT_TAG,
  DRAGOVER_COMMAND,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  type LexicalEditor,
  mergeRegister,
  PASTE_COMMAND,
  PASTE_TAG,
} from 'lexical';
import { cleanText } from '#model/clean-text.ts';
import { type Block, DOCUMENT_VERSION, serializeDocument } from '#model/document/format.ts';
import { documentOfText } from '#model/document/from-text.ts';
import { understoodDocument } from '#model/document/parse.ts';
import { documentText, type MentionText } from '#model/document/text.ts';
import { $blockNodes, $inlineNodes } from '../state/write-document.ts';
import { asWritable } from './as-writable.ts';
import { $holdPlace, type Place } from './place.ts';
import { isOneLine, type LeftOut, NOTHING_LEFT_OUT, type Reduced, reduceHtml } from './reduce-html.ts';
import { $selectedBlocks } from './slice.ts';

/** Our own document on the clipboard: read back under the same strict schema as a stored one. */
const OWN_TYPE = 'application/x-vernebok-note';

/** What is told of a paste or a drop. */
export interface TransferHandlers {
  /** Files came in the place of words; `place` is where they belong. */
  readonly onFiles: (files: readonly File[], place: Place) => void;
  /** Parts of what came were left out and not fetched. */
  readonly onLeftOut: (leftOut: LeftOut) => void;
  /** Statements are graded where it comes in. */
  readonly isGrading: () => boolean;
}

/**
 * Copy, cut, paste and drop. What comes in is reduced to nodes of ours; what goes out is plain text, in which a mention
 * reads as `@` and the record's current title, and our own form for pasting back.
 * @param mentionText how a mention reads as text now
 */
export function registerClipboard(
  editor: LexicalEditor,
  mentionText: MentionText,
  { onFiles, onLeftOut, isGrading }: TransferHandlers,
): () => void {
  const copy = (data: DataTransfer | null): boolean => {
    const blocks = $selectedBlocks();
    if (!data || !blocks || blocks.length === 0) return false;
    const document = { version: DOCUMENT_VERSION, blocks } as const;
    data.setData('text/plain', documentText(document, mentionText));
    data.setData(OWN_TYPE, serializeDocument(document));
    return true;
  };

  /** Words before files: a word processor hands over a picture of its text beside the text. */
  const $take = (data: DataTransfer | null) => {
    if (!data || $getSelection() === null) return;
    const files = [...data.files];
    const { blocks, leftOut } = contentOf(data, isGrading() && !$isInQuote());
    if (blocks.length > 0) $insertTransferred(blocks);
    // What takes the files may change the text itself.
    else if (files.length > 0) {
      const place = $holdPlace(editor);
      queueMicrotask(() => onFiles(files, place));
      return;
    }
    if (leftOut.pictures + leftOut.other > 0) queueMicrotask(() => onLeftOut(leftOut));
  };

  return mergeRegister(
    editor.registerCommand(
      COPY_COMMAND,
      (event) => {
        if (event && copy(clipboardOf(event))) event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      CUT_COMMAND,
      (event) => {
        if (!event || !copy(clipboardOf(event))) return true;
        event.preventDefault();
        $addUpdateTag(CUT_TAG);
        $removeSelected();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        event.preventDefault();
        $take('clipboardData' in event ? event.clipboardData : 'dataTransfer' in event ? event.dataTransfer : null);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      (input) => {
        if (typeof input === 'string' || !input.dataTransfer) return false;
        // A word the spell checker puts in comes this way, and so does text dropped from elsewhere.
        if (input.inputType === 'insertReplacementText') {
          const selection = $getSelection();
          if ($isRangeSelection(selection)) selection.insertText(cleanText(input.dataTransfer.getData('text/plain')));
        } else $take(input.dataTransfer);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    // Text is not dragged out of a note, and a dropped file opens nothing.
    editor.registerCommand(DRAGSTART_COMMAND, prevented, COMMAND_PRIORITY_HIGH),
    editor.registerCommand(
      DRAGOVER_COMMAND,
      (event) => {
        // Without this the browser opens the file in the place of the page.
        if (!event.dataTransfer?.types.includes('Files')) return false;
        event.preventDefault();
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
    editor.registerCommand(
      DROP_COMMAND,
      (event) => {
        event.preventDefault();
        if ($selectPoint(event.clientX, event.clientY)) $take(event.dataTransfer);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
  );
}

/** What was pasted or dropped: our own form, else HTML, else text. */
function contentOf(data: DataTransfer, isGraded: boolean): Reduced {
  const own = data.getData(OWN_TYPE);
  const document = own === '' ? null : understoodDocument(own);
  if (document)
    return { blocks: document.blocks.map((block) => asWritable(block, isGraded)), leftOut: NOTHING_LEFT_OUT };
  const html = data.getData('text/html');
  const reduced = html === '' ? null : reduceHtml(html);
  if (reduced && reduced.blocks.length > 0) return reduced;
  const { blocks } = documentOfText(cleanText(data.getData('text/plain')));
  return { blocks, leftOut: reduced?.leftOut ?? NOTHING_LEFT_OUT };
}

function $insertTransferred(blocks: readonly Block[]): void {
  $addUpdateTag(PASTE_TAG);
  if ($isNodeSelection($getSelection())) $removeSelected();
  $insertNodes(isOneLine(blocks) ? $inlineNodes(blocks[0].content) : $blockNodes(blocks));
}

/** True if what comes in may come to stand in somebody's own words. */
function $isInQuote(): boolean {
  return (
    $getSelection()
      ?.getNodes()
      .some((node) => $isQuoteNode(node.getTopLevelElement())) === true
  );
}

/** Puts the caret where something was dropped; false when that is not in the text. */
function $selectPoint(x: number, y: number): boolean {
  const position = document.caretPositionFromPoint(x, y);
  const node = position ? $getNearestNodeFromDOMNode(position.offsetNode) : null;
  if (!position || !node) return false;
  if ($isTextNode(node)) node.select(position.offset, position.offset);
  else if ($isElementNode(node)) node.selectEnd();
  else node.selectNext(0, 0);
  return true;
}

function $removeSelected(): void {
  const selection = $getSelection();
  if ($isRangeSelection(selection)) selection.removeText();
  else if ($isNodeSelection(selection)) selection.deleteNodes();
}

function clipboardOf(event: ClipboardEvent | KeyboardEvent): DataTransfer | null {
  return 'clipboardData' in event ? event.clipboardData : null;
}

function prevented(event: Event): true {
  event.preventDefault();
  return true;
}
