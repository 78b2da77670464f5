import type { Engine } from './engine.ts';
import type { Hit } from './layout.ts';
import { placePopover } from './popover.ts';

const DELAY_MS = 350;

/** Tooltip of the mark under the pointer, filled by the app; Escape hides it. */
export function createTooltip(engine: Engine): { over(hit: Hit | null): void; hide(): void } {
  const { tooltip } = engine.dom;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const hide = (): void => {
    clearTimeout(timer);
    if (tooltip.hidden) return;
    tooltip.hidden = true;
    removeEventListener('keydown', onKey, true);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') hide();
  };
  const show = (hit: Hit): void => {
    const items = hit.mark.members.map((member) => member.item);
    if (!engine.options.renderTooltip?.(items, tooltip)) return;
    const anchor = { x: Math.max(0, hit.x0) - 8, top: hit.y0, bottom: hit.y1 };
    placePopover(tooltip, anchor, [], engine.state);
    addEventListener('keydown', onKey, true);
  };
  return {
    hide,
    over(hit) {
      hide();
      if (hit && engine.options.renderTooltip) timer = setTimeout(() => show(hit), DELAY_MS);
    },
  };
}
