import type { Arrangement, GroupStrip, LaneStrip } from './arrange.ts';
import { element } from './dom.ts';
import { chevronDown, kindIcon, svgIcon } from './icons.ts';
import type { TimelineKind } from './types.ts';

/** Names of groups and lanes as real text, at the heights of the canvas rows. Headings are buttons that fold. */
export interface LabelColumn {
  /** The lanes that can be seen, and all headings: they are stops of the keyboard. */
  show(arrangement: Arrangement, top: number, bottom: number): void;
  /** Marks the lane of the selected item. */
  select(laneId: string | null): void;
}

/** @param onToggle called with a group's id when its heading is pressed */
export function createLabelColumn(column: HTMLElement, onToggle: (groupId: string) => void): LabelColumn {
  const known = new Map<string, HTMLElement>();
  let selected: string | null = null;

  const groupLabel = (strip: GroupStrip): HTMLElement => {
    const { group } = strip.group;
    const button = known.get(`group ${strip.id}`) ?? element('button', 'timeline-group');
    button.setAttribute('type', 'button');
    button.setAttribute('aria-expanded', String(!strip.collapsed));
    if (group && button.dataset.key !== keyOf(group.label, group.sublabel, group.kind)) {
      button.dataset.key = keyOf(group.label, group.sublabel, group.kind);
      colour(button, group.kind);
      button.replaceChildren(chevron(), svgIcon(kindIcon(group.kind)), ...words(group.label, group.sublabel));
      button.onclick = () => onToggle(strip.id);
    }
    return button;
  };

  const laneLabel = ({ lane: { lane }, rowHeight }: LaneStrip): HTMLElement => {
    const label = known.get(`lane ${lane.id}`) ?? element('div', 'timeline-lane');
    if (label.dataset.key !== keyOf(lane.label, lane.sublabel, lane.kind)) {
      label.dataset.key = keyOf(lane.label, lane.sublabel, lane.kind);
      label.dataset.lane = lane.id;
      // The grid has its rows' names for itself.
      label.setAttribute('aria-hidden', 'true');
      label.title = lane.sublabel ? `${lane.label} · ${lane.sublabel}` : lane.label;
      const isLoose = lane.group === undefined;
      label.classList.toggle('timeline-lane--loose', isLoose);
      if (isLoose) colour(label, lane.kind);
      label.replaceChildren(...(isLoose ? [svgIcon(kindIcon(lane.kind))] : []), ...words(lane.label, lane.sublabel));
    }
    label.classList.toggle('timeline-lane--selected', lane.id === selected);
    // In line with the first row: the middle of a lane with many rows may lie outside the window.
    label.style.setProperty('--timeline-row', `${rowHeight}px`);
    return label;
  };

  return {
    show(arrangement, top, bottom) {
      const shown = new Map<string, HTMLElement>();
      for (const strip of arrangement.strips) {
        if (strip.type === 'lane' && (strip.y + strip.h <= top || strip.y >= bottom)) continue;
        const label = strip.type === 'group' ? groupLabel(strip) : laneLabel(strip);
        label.style.top = `${strip.y}px`;
        label.style.height = `${strip.h}px`;
        shown.set(strip.type === 'group' ? `group ${strip.id}` : `lane ${strip.lane.lane.id}`, label);
      }
      for (const [key, label] of known) if (!shown.has(key)) label.remove();
      known.clear();
      for (const [key, label] of shown) known.set(key, label);
      // Only what is out of place is moved, so that a heading keeps the focus while it folds.
      for (const [i, label] of [...shown.values()].entries()) {
        if (column.children[i] !== label) column.insertBefore(label, column.children[i] ?? null);
      }
    },
    select(laneId) {
      if (selected === laneId) return;
      if (selected !== null) known.get(`lane ${selected}`)?.classList.remove('timeline-lane--selected');
      selected = laneId;
      if (laneId !== null) known.get(`lane ${laneId}`)?.classList.add('timeline-lane--selected');
    },
  };
}

function keyOf(...parts: (string | undefined)[]): string {
  return parts.join('\n');
}

function colour(label: HTMLElement, kind: TimelineKind): void {
  label.style.setProperty('--timeline-kind', `var(--k-${kind})`);
  label.style.setProperty('--timeline-kind-text', `var(--k-${kind}-text)`);
}

function words(label: string, sublabel: string | undefined): HTMLElement[] {
  const name = element('span', 'timeline-name');
  name.textContent = label;
  if (!sublabel) return [name];
  const side = element('span', 'timeline-side');
  side.textContent = sublabel;
  return [name, side];
}

function chevron(): SVGSVGElement {
  const image = svgIcon(chevronDown);
  image.classList.add('timeline-chevron');
  return image;
}
