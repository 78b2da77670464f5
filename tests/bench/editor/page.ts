import '#renderer/ui/tokens.css';
import '#renderer/ui/base.css';
import '#renderer/editor/editor.css';
import { createEmptyHistoryState, registerHistory } from '@lexical/history';
import { registerRichText } from '@lexical/rich-text';
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical';
import type { Inline, NoteDocument } from '#model/document/format.ts';
import type { RecordId } from '#model/ids.ts';
import { createMentionDirectory } from '#renderer/editor/mentions/directory.ts';
import { createNoteEditor } from '#renderer/editor/note-editor.ts';

/*
 * One text of about 500 kB in a thousand paragraphs, each with a mention: in our editor with all its nodes, and in a bare
 * Lexical editor, where the mention is text.
 */

declare global {
  interface Window {
    editorBench: {
      open(which: 'ours' | 'bare'): Promise<number>;
      /** ms from the key to the end of the frame that shows it, for each key since the last call. */
      times(): number[];
      paste(html: string): Promise<number>;
    };
  }
}

const PARAGRAPHS = 1_000;
const SENTENCE = 'Hun ringte om natten og sa at han sto ved porten, at barna sov, og at hun ikke turte å gå ut. ';
const words = (index: number) => `${index + 1}. ${SENTENCE.repeat(5)}`;
const idOf = (index: number) => index.toString(16).padStart(32, '0') as RecordId;

function noteDocument(): NoteDocument {
  return {
    version: 1,
    blocks: Array.from({ length: PARAGRAPHS }, (_, index) => ({
      type: 'paragraph' as const,
      content: [
        { type: 'text', text: words(index) },
        { type: 'mention', to: idOf(index), kind: 'person', label: `Person ${index}`, link: 'mentions' },
        { type: 'text', text: ' så det.' },
      ] satisfies Inline[],
    })),
  };
}

const element = document.getElementById('text') as HTMLDivElement;
let started = 0;
let times: number[] = [];
const channel = new MessageChannel();
channel.port1.onmessage = () => times.push(performance.now() - started);
// Before any editor hears of it.
document.addEventListener(
  'keydown',
  (event) => {
    started = event.timeStamp;
    // The frame after this one's work is drawn when the message comes.
    requestAnimationFrame(() => channel.port2.postMessage(null));
  },
  { capture: true },
);

function openOurs(): void {
  element.className = 'note-text';
  const directory = createMentionDirectory(async (ids) => {
    const look = { icon: 'person', tone: 'need' as const, kindLabel: 'Person', struck: false };
    return new Map(ids.map((id) => [id, { ...look, title: `Person ${Number.parseInt(id, 16)}` }]));
  });
  const editor = createNoteEditor({
    document: noteDocument(),
    editable: true,
    directory,
    words: {
      link: () => '',
      struck: '',
      missing: '',
      time: ({ from }) => from,
      timeNote: () => '',
      date: (date) => date,
      assessment: 'vurdering',
      grade: () => '',
      strike: () => '',
      check: { ticked: '', unticked: '' },
      picture: { loading: '', none: '' },
    },
    picture: async () => null,
    suggest: async () => [],
    onOpen: () => undefined,
    onOpenTime: () => undefined,
    onGrade: () => undefined,
    isGrading: () => true,
    onPicture: () => undefined,
    checkSpelling: async () => [],
    onFiles: () => undefined,
    onLeftOut: () => undefined,
    onChange: () => undefined,
  });
  editor.attach(element);
  editor.focus();
}

/** Without our style sheet, but in the same type on lines as high. */
function openBare(): void {
  element.className = 'bare-text';
  const editor = createEditor({
    namespace: 'bare',
    onError(error) {
      throw error;
    },
  });
  registerRichText(editor);
  registerHistory(editor, createEmptyHistoryState(), 400);
  editor.setRootElement(element);
  editor.update(
    () => {
      const paragraphs = Array.from({ length: PARAGRAPHS }, (_, index) => {
        const text = $createTextNode(`${words(index)}Person ${index} så det.`);
        return $createParagraphNode().append(text);
      });
      $getRoot().splice(0, $getRoot().getChildrenSize(), paragraphs);
      $getRoot().selectStart();
    },
    { discrete: true },
  );
  editor.focus();
}

const painted = () => new Promise<void>((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));

window.editorBench = {
  async open(which) {
    const start = performance.now();
    if (which === 'ours') openOurs();
    else openBare();
    element.focus();
    await painted();
    return performance.now() - start;
  },
  times() {
    const all = times;
    times = [];
    return all;
  },
  async paste(html) {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', html);
    clipboardData.setData('text/plain', 'x');
    const start = performance.now();
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    await painted();
    return performance.now() - start;
  },
};
