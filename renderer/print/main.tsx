import '@fontsource/inter/400.css';
import '@fontsource/inter/500.css';
import '@fontsource/inter/600.css';
import '@fontsource/inter/700.css';
import '#renderer/ui/tokens.css';
import './print.css';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import type { BriefingDocument } from '#model/briefing.ts';
import { BriefingPaper } from '#renderer/briefing/BriefingPaper.tsx';
import { PictureAddresses } from '#renderer/briefing/Picture.tsx';
import { pageStyle } from '#renderer/briefing/page-style.ts';
import { readPictures } from './pictures.ts';

declare global {
  interface Window {
    /** Put there by the shell: the one document this page is for, as JSON. */
    readonly vernebokPrint: { document(): Promise<string> };
  }
}

const FACES = ['400 12px Inter', '500 12px Inter', '600 12px Inter', '700 12px Inter'];

/** Its pixels are there; that they can be drawn is known already. */
function loaded(image: HTMLImageElement): Promise<unknown> | undefined {
  if (image.complete) return;
  return new Promise((done) => {
    image.addEventListener('load', done, { once: true });
    image.addEventListener('error', done, { once: true });
  });
}

/** Draws the document and says when it is ready to be printed: `data-ready` on the root element. */
async function print(): Promise<void> {
  const given = JSON.parse(await window.vernebokPrint.document()) as BriefingDocument;
  const { briefing, addresses } = await readPictures(given);
  const root = document.getElementById('root');
  if (!root) throw new Error('the page has no root element');
  document.documentElement.lang = briefing.language;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(pageStyle(briefing));
  document.adoptedStyleSheets.push(sheet);
  // What is drawn is measured: the letters must be there before.
  await Promise.all(FACES.map((face) => document.fonts.load(face)));
  const paper = (
    <PictureAddresses value={addresses}>
      <BriefingPaper document={briefing} on="paper" />
    </PictureAddresses>
  );
  flushSync(() => createRoot(root).render(paper));
  await Promise.all([...document.images].map(loaded));
  // A face that arrives after the pages were cut would move every line.
  await Promise.all(FACES.map((face) => document.fonts.load(face, root.textContent)));
  await document.fonts.ready;
  document.documentElement.dataset.ready = 'true';
}

print().catch((error: unknown) => {
  document.documentElement.dataset.ready = 'failed';
  throw error;
});
