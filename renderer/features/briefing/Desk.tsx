import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BriefingDocument } from '#model/briefing.ts';
import { BriefingPaper } from '#renderer/briefing/BriefingPaper.tsx';
import { PictureAddresses } from '#renderer/briefing/Picture.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { usePictures } from './use-pictures.ts';

const SIZES = ['fit', 'full'] as const;

/** The sheet on the desk: the same component that is printed. */
export function Desk({ document }: { document: BriefingDocument | undefined }) {
  const { t } = useTranslation('briefing');
  const [size, setSize] = useState<(typeof SIZES)[number]>('fit');
  const { desk, zoom } = useFit(size === 'fit');
  const addresses = usePictures(document);
  return (
    <div className="vb-desk" aria-busy={document === undefined}>
      <div className="vb-desk-bar">
        <span>
          {t('view.desk')} · {t('view.deskNote')}
        </span>
        <Segmented
          label={t('view.zoom')}
          value={size}
          options={SIZES.map((value) => ({ value, label: t(`view.${value}`) }))}
          onChange={setSize}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="vb-desk-top" ref={desk} tabIndex={0} aria-label={t('view.desk')}>
        {document && (
          <div className="vb-desk-sheet" style={{ zoom }}>
            <PictureAddresses value={addresses}>
              <BriefingPaper document={document} on="screen" />
            </PictureAddresses>
          </div>
        )}
      </section>
    </div>
  );
}

/** A4 is 210 mm wide, 96 px an inch. */
const SHEET_PX = (210 / 25.4) * 96;
const AROUND_PX = 40;

/** By how much the sheet is drawn smaller, so that its width fits the desk; never larger than it is. */
function useFit(on: boolean) {
  const desk = useRef<HTMLElement>(null);
  const [width, setWidth] = useState(SHEET_PX + AROUND_PX);
  useLayoutEffect(() => {
    const element = desk.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setWidth(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { desk, zoom: on ? Math.min(1, (width - AROUND_PX) / SHEET_PX) : 1 };
}
