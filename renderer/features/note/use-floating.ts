import { type CSSProperties, type RefObject, useLayoutEffect, useRef, useState } from 'react';

interface Anchor {
  readonly left: number;
  readonly top: number;
  readonly bottom: number;
}

const GAP = 6;
/** Not `visibility: hidden`: what is hidden cannot take the focus. */
const UNPLACED: CSSProperties = { opacity: 0 };

/**
 * Places a small list under a point of the text, above it when there is no room below. It lies in the scrolling column
 * (its offset parent) and scrolls with the text.
 * @param anchor where the point stands in the window; null while nothing is shown
 */
export function useFloating(anchor: Anchor | null): { ref: RefObject<HTMLDivElement | null>; style: CSSProperties } {
  const ref = useRef<HTMLDivElement>(null);
  const [style, setStyle] = useState<CSSProperties>(UNPLACED);
  useLayoutEffect(() => {
    const box = ref.current;
    const parent = box?.offsetParent;
    if (!anchor || !box || !parent) return;
    const first = parent.getBoundingClientRect();
    const place = () => {
      const frame = parent.getBoundingClientRect();
      // The text may have been scrolled since the point was looked up.
      const point = { top: anchor.top + frame.top - first.top, bottom: anchor.bottom + frame.top - first.top };
      const scroller = box.closest('[data-scroller]')?.getBoundingClientRect() ?? frame;
      const height = box.offsetHeight;
      const isAbove = point.bottom + GAP + height > scroller.bottom && point.top - GAP - height > scroller.top;
      const top = isAbove ? point.top - GAP - height : point.bottom + GAP;
      const left = Math.max(frame.left, Math.min(anchor.left, frame.right - box.offsetWidth));
      setStyle({ top: top - frame.top, left: left - frame.left });
    };
    place();
    // A list that gets more lines, or fewer, is placed anew: it must neither end under the edge nor float away.
    const sizes = new ResizeObserver(place);
    sizes.observe(box);
    return () => sizes.disconnect();
  }, [anchor]);
  return { ref, style };
}
