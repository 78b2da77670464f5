import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { documentSchema } from '#model/document/schema.ts';
import type { RecordId } from '#model/ids.ts';
import { frame, kept, press } from '../features/note/harness/keys.ts';
import { type Browserful, type OpenNotes, openBrowser } from '../features/note/harness/open.ts';
import { HOSTILE } from './hostile.ts';
import { OUTLOOK, WORD_BULLETS, WORD_FROM_THREE, WORD_HEADING, WORD_NUMBERS } from './word-pastes.ts';

let browser: Browserful;
let open: OpenNotes;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

const PERSON = '00000000000000000000000000000001' as RecordId;

beforeEach(async () => {
  open = await browser.open({
    fill: async ({ book }) => {
      await book.command('test.fill', (tx) => tx.insert('person', { name: 'Lind' }, { id: PERSON }));
    },
  });
  page = open.page;
  await page.waitForSelector('.note-list');
  await page.keyboard.press('Alt+n');
  await page.waitForSelector('.note-heading');
  await page.keyboard.press('Enter');
});
afterEach(() => open.close());

/** Pastes what a clipboard holds, by type, into the text. */
async function paste(data: Record<string, string>): Promise<void> {
  await page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    for (const [type, value] of Object.entries(given)) clipboardData.setData(type, value);
    document
      .querySelector('.note-text')
      ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, data);
  await frame(page);
}

/** What copying the selection puts on the clipboard, by type. */
function copy(event: 'copy' | 'cut' = 'copy'): Promise<Record<string, string>> {
  return page.evaluate((name) => {
    const clipboardData = new DataTransfer();
    document
      .querySelector('.note-text')
      ?.dispatchEvent(new ClipboardEvent(name, { clipboardData, bubbles: true, cancelable: true }));
    return Object.fromEntries(clipboardData.types.map((type) => [type, clipboardData.getData(type)]));
  }, event);
}

async function clear(): Promise<void> {
  for (const key of ['Control+a', 'Delete', 'Control+Shift+Digit0']) await press(page, key);
}

/** The visible text, a block a line, cells with a tab between. */
const lines = () =>
  page.locator('.note-text').evaluate((element) =>
    [...element.children]
      .map((child) => (child as HTMLElement).innerText)
      .join('\n')
      .replace(/\s*\t\s*/g, '\t'),
  );

/** The document as it is kept. */
async function stored() {
  await kept(page);
  const [note] = await open.book.book.list('note', { caseId: open.caseId });
  if (!note) throw new Error('the note is made');
  const draft = await open.book.book.findDraft(note.id);
  return documentSchema.parse(JSON.parse(draft?.document ?? ''));
}

/** What the editor itself writes on its elements. */
const ATTRIBUTES = new Set('class dir value style data-lexical-text data-lexical-managed-linebreak'.split(' '));
const TAGS = new Set(
  'P H1 H2 H3 UL OL LI BLOCKQUOTE SPAN STRONG EM BR DIV TABLE COLGROUP COL TBODY TR TH TD'.split(' '),
);

/** So many that a slow machine is through with them well in time. */
const GROUP = 8;
const GROUPS = Array.from({ length: Math.ceil(HOSTILE.length / GROUP) }, (_, index) => {
  const group = HOSTILE.slice(index * GROUP, (index + 1) * GROUP);
  return [group[0]?.name, group] as const;
});

test.each(GROUPS)(
  'no hostile paste runs, asks for anything, or leaves more than our own nodes and its visible words: from %s on',
  async (_, group) => {
    for (const { name, html, text } of group) {
      await clear();
      await paste({ 'text/html': html, 'text/plain': 'not this' });
      expect([name, await lines()]).toEqual([name, text]);
      const left = await page
        .locator('.note-text')
        .evaluate((element) =>
          [...element.querySelectorAll('*')].map((child) => [child.tagName, ...child.getAttributeNames()]),
        );
      for (const [tag, ...attributes] of left) {
        expect([name, tag, TAGS.has(tag ?? '')]).toEqual([name, tag, true]);
        expect(attributes.filter((each) => !ATTRIBUTES.has(each))).toEqual([]);
      }
    }
    expect(await page.evaluate(() => (window as { pwned?: number }).pwned)).toBeUndefined();
    // The parser's own document stands under the page's policy, which says of each handler and style that it is refused.
    expect(open.complaints.filter((text) => !/Content Security Policy directive.*blocked/s.test(text))).toEqual([]);
    await stored();
  },
  60_000,
);

test('headings, lists, quotes and marks of a web page are kept, whatever it wrote them with', async () => {
  await paste({
    'text/html': `<h1>En</h1><h5>Fem</h5><p>a <b>fet</b> <span style="font-style:italic;font-weight:700">begge</span>
      <del>strøket</del> <b style="font-weight:normal">ikke</b></p>
      <ul><li>dør<ol><li>lås</li></ol></li><li><p>vindu</p><p>karm</p></li></ul><blockquote><p>sitat</p></blockquote>
      <pre>  to
linjer</pre>`,
  });
  expect((await stored()).blocks).toEqual([
    { type: 'heading', level: 1, content: [{ type: 'text', text: 'En' }] },
    { type: 'heading', level: 3, content: [{ type: 'text', text: 'Fem' }] },
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'a ' },
        { type: 'text', text: 'fet', marks: ['bold'] },
        { type: 'text', text: ' ' },
        { type: 'text', text: 'begge', marks: ['bold', 'italic'] },
        { type: 'text', text: ' ' },
        { type: 'text', text: 'strøket', marks: ['strike'] },
        { type: 'text', text: ' ikke' },
      ],
    },
    {
      type: 'list',
      style: 'bullet',
      content: [
        { type: 'item', content: [{ type: 'text', text: 'dør' }] },
        { type: 'list', style: 'number', content: [{ type: 'item', content: [{ type: 'text', text: 'lås' }] }] },
        {
          type: 'item',
          content: [{ type: 'text', text: 'vindu' }, { type: 'break' }, { type: 'text', text: 'karm' }],
        },
      ],
    },
    { type: 'quote', content: [{ type: 'text', text: 'sitat' }] },
    { type: 'paragraph', content: [{ type: 'text', text: 'to' }, { type: 'break' }, { type: 'text', text: 'linjer' }] },
  ]);
});

/** Blocks as an outline: `1`/`-` for an item by its list, indented by level; other blocks by their type. */
async function outline(): Promise<string[]> {
  const words = (content: readonly unknown[]): string =>
    content
      .map((one) => ((one as { type: string }).type === 'break' ? ' / ' : (one as { text: string }).text))
      .join('');
  const listed = (list: { style: string; content: readonly unknown[] }, depth: number): string[] => {
    let count = 0;
    return list.content.flatMap((one) => {
      const part = one as { type: string; style: string; content: readonly unknown[] };
      if (part.type === 'list') return listed(part, depth + 1);
      count += 1;
      return `${'  '.repeat(depth)}${list.style === 'number' ? count : '-'} ${words(part.content)}`;
    });
  };
  return (await stored()).blocks.flatMap((block) => {
    if (block.type === 'list') return listed(block, 0);
    if (block.type === 'table') {
      return block.content.map((row) => `| ${row.content.map((cell) => words(cell.content)).join(' | ')}`);
    }
    return `${block.type === 'heading' ? '#' : ''}${'content' in block ? words(block.content) : block.type}`;
  });
}

// Would catch: bullets and numbers lost, levels flattened, a list that counts otherwise than the paper did.
test('lists from Word and Outlook keep their numbers, bullets and levels', async () => {
  const pasted = async (html: string) => {
    await clear();
    await paste({ 'text/html': html, 'text/plain': 'not this' });
    return outline();
  };
  expect(await pasted(WORD_BULLETS)).toEqual([
    'Ved døra:',
    '- ring to ganger',
    '  - vent ett minutt',
    '    - si kodeordet / Hun svarer selv.',
    '- gå inn',
    'Slutt.',
  ]);
  expect(await pasted(WORD_NUMBERS)).toEqual([
    '1 Møt på vaktrommet',
    '  1 hent kortet',
    '  2 hent radio',
    '    1 prøv den',
    '    2 noter tid',
    '2 Kjør',
    '1. Ny liste',
  ]);
  expect(await pasted(WORD_FROM_THREE)).toEqual(['3. Ring juristen', '• også om natten', '4. Noter svaret']);
  expect(await pasted(WORD_HEADING)).toEqual(['#1.2 Oppdrag', '| Hva | 1. dør / 2. vindu']);
  expect(await pasted(OUTLOOK)).toEqual([
    'Hei,',
    '- alarmen er prøvd',
    '  - av operasjonssentralen',
    '3. hent henne',
    '4. kjør',
    '- sist',
  ]);
});

test('one line is pasted into the line, several as blocks, and one undo takes a paste back', async () => {
  await page.keyboard.type('før  etter');
  await press(page, 'ArrowLeft', 6);
  await paste({ 'text/plain': 'midt' });
  expect(await lines()).toBe('før midt etter');
  await press(page, 'Control+End');
  await paste({ 'text/plain': '\n\nto\n\ntre' });
  expect(await lines()).toBe('før midt etterto\ntre');
  await press(page, 'Control+z');
  expect(await lines()).toBe('før midt etter');
});

test('what is copied is text with mentions as @ and the title of now, and pastes back as the same nodes', async () => {
  await page.keyboard.type('Snakket med @lin');
  await page.waitForSelector('[role=option]');
  await page.keyboard.press('Enter');
  await page.keyboard.type('i natt');
  await open.book.book.command('test.rename', (tx) => tx.update('person', PERSON, { name: 'Lind Rogn' }));
  await page.getByText('Lind Rogn').first().waitFor();
  await press(page, 'Control+a');
  const clipboard = await copy();
  expect(clipboard['text/plain']).toBe('Snakket med @Lind Rogn i natt');
  expect(Object.keys(clipboard).sort()).toEqual(['application/x-vernebok-note', 'text/plain']);
  await press(page, 'Control+End');
  await press(page, 'Enter');
  await paste(clipboard);
  const [first, second] = (await stored()).blocks;
  expect(second).toEqual(first);
  expect(await page.locator('.note-mention').count()).toBe(2);
});

test('a part of a text is copied cut where the selection cuts it, and cutting takes it out', async () => {
  await page.keyboard.type('en to');
  await page.keyboard.press('Enter');
  await page.keyboard.type('tre fire');
  for (const key of ['Control+Home', 'Control+ArrowRight', 'Shift+Control+End', 'Shift+Control+ArrowLeft']) {
    await press(page, key);
  }
  expect((await copy('cut'))['text/plain']).toBe(' to\ntre ');
  expect(await lines()).toBe('enfire');
});

test('our own form on the clipboard is believed no more than stored text: strange parts make it be left alone', async () => {
  await paste({
    'application/x-vernebok-note': '{"version":1,"blocks":[{"type":"script","content":[]}]}',
    'application/x-lexical-editor': '{"namespace":"vernebok","nodes":[{"type":"mention"}]}',
    'text/plain': 'klartekst',
  });
  expect(await lines()).toBe('klartekst');
  expect(open.complaints).toEqual([]);
});

test('a word of a megabyte is pasted as text and does not widen the page', async () => {
  await paste({ 'text/html': `<p>${'x'.repeat(1_000_000)}</p>` });
  const { blocks } = await stored();
  expect(blocks).toMatchObject([{ type: 'paragraph', content: [{ type: 'text' }] }]);
  const isWide = await page.locator('.note-scroll').evaluate((element) => element.scrollWidth > element.clientWidth);
  expect(isWide).toBe(false);
});

// Would catch: a clipboard that holds a form we do not read put in as its signs, or taken for a file.
test('a clipboard without words or HTML changes nothing', async () => {
  await page.keyboard.type('før');
  await paste({
    'text/rtf': '{\\rtf1 {\\field{\\*\\fldinst HYPERLINK "https://elsewhere.invalid"}}}',
    'text/uri-list': 'https://elsewhere.invalid',
  });
  expect(await lines()).toBe('før');
  expect(open.complaints).toEqual([]);
});

test('a dropped file opens nothing and changes nothing', async () => {
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['<script>window.pwned=1</script>'], 'x.html', { type: 'text/html' }));
    const text = document.querySelector('.note-text');
    text?.dispatchEvent(
      new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true, clientX: 500, clientY: 300 }),
    );
  });
  expect(await lines()).toBe('\n');
  expect(new URL(page.url()).pathname).toBe('/');
  expect(open.complaints).toEqual([]);
});
