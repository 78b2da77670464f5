import type { PDFDocumentProxy } from 'pdfjs-dist/build/pdf.min.mjs';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  document: PDFDocumentProxy;
  /** 1 first. */
  number: number;
  /** px. */
  width: number;
}

/** Most pixels of one page's canvas. */
const MOST_PIXELS = 16_000_000;
/** Height to width of a page that has not been looked at: A4. */
const A4 = Math.SQRT2;

/** One page, drawn when it comes near the view; its words are there for those who listen. */
export function PdfPage({ document, number, width }: Props) {
  const { t } = useTranslation('attachment');
  const frame = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [isNear, setNear] = useState(false);
  const [shape, setShape] = useState(A4);
  const [words, setWords] = useState('');
  const [isBroken, setBroken] = useState(false);
  useEffect(() => {
    if (!frame.current) return;
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && setNear(true), {
      rootMargin: '800px',
    });
    watch.observe(frame.current);
    return () => watch.disconnect();
  }, []);
  useEffect(() => {
    if (!isNear) return;
    let isOver = false;
    let stop: () => void = () => undefined;
    (async () => {
      const page = await document.getPage(number);
      const own = page.getViewport({ scale: 1 });
      const sharp = (width / own.width) * devicePixelRatio;
      const scale = Math.min(sharp, Math.sqrt(MOST_PIXELS / (own.width * own.height)));
      const viewport = page.getViewport({ scale });
      if (isOver || !canvas.current) return;
      setShape(own.height / own.width);
      canvas.current.width = Math.floor(viewport.width);
      canvas.current.height = Math.floor(viewport.height);
      const drawing = page.render({ canvas: canvas.current, viewport });
      stop = () => drawing.cancel();
      await drawing.promise;
      const { items } = await page.getTextContent();
      if (!isOver) setWords(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
    })().catch(() => !isOver && setBroken(true));
    return () => {
      isOver = true;
      stop();
    };
  }, [document, number, width, isNear]);

  return (
    <figure
      className="attachment-page"
      ref={frame}
      style={{ width, height: Math.round(width * shape) }}
      aria-label={t('view.page', { number, total: document.numPages })}
    >
      <canvas ref={canvas} />
      {isBroken ? <p className="attachment-page-broken">{t('view.pageBroken')}</p> : <p className="vb-sr">{words}</p>}
    </figure>
  );
}
