import { type Drag, type DragMode, type DragPreview, previewDrag } from './drag.ts';
import { editOf } from './edits.ts';
import type { Engine } from './engine.ts';
import type { Cause } from './options.ts';
import { announce, select } from './selection.ts';
import { snapTargets } from './snap-targets.ts';
import { DIRTY } from './stage.ts';
import type { TimelineItem, TimelineLane } from './types.ts';
import { createVerdict } from './verdict.ts';

/** What a drag takes hold of. */
export interface Grip {
  readonly mode: DragMode;
  /** None makes a new one. */
  readonly item: TimelineItem | null;
  /** What is held together, `item` first; left out, what is selected with it. */
  readonly items?: readonly TimelineItem[] | undefined;
  readonly laneId: string;
}

/** A drag from the first movement to release or Escape: the pointer and the keys both work through it. */
export interface DragSession {
  /** @param at instant that is taken hold of */
  begin(grip: Grip, at: number): void;
  /** @param isFree nothing snaps */
  moveTo(at: number, laneId: string | null, isFree: boolean): void;
  /** Tells the app, once, what was made of it. */
  drop(by: Cause): void;
  /** Puts everything back. */
  cancel(): void;
  /** Shows the verdict on an edit that is made at once, until it is hidden. */
  judge(preview: DragPreview): void;
  /** Hides that verdict; one of a drag stays. */
  unjudge(): void;
}

/** Drags of one timeline: one at a time. */
export function createDragSession(engine: Engine): DragSession {
  const { state, calendar } = engine;
  const verdict = createVerdict(engine);

  const laneFor = (drag: Drag, laneId: string | null): string => {
    if (drag.mode !== 'move' || laneId === null) return drag.laneId;
    const laneOf = (id: string) => state.arrangement.laneById.get(id)?.lane.lane;
    return mayExchange(laneOf(drag.laneId), laneOf(laneId)) ? laneId : drag.laneId;
  };
  const end = (): void => {
    state.drag = null;
    verdict.hide();
  };

  return {
    begin({ item, items: together, laneId, mode }, at) {
      const kind = item?.kind ?? state.arrangement.laneById.get(laneId)?.lane.lane.kind ?? 'note';
      const items = together ?? (item ? heldWith(engine, item, mode) : []);
      if (item && !together && !state.selectedIds.has(item.id)) select(engine, item.id, 'pointer');
      const held = { items, laneId, kind };
      state.preview = null;
      state.drag = { ...held, mode, grabbedAt: at, targets: snapTargets(state.layout.hits, held, state.nowAt) };
    },
    moveTo(at, laneId, isFree) {
      const { drag, preview: before } = state;
      if (!drag) return;
      const preview = previewDrag(drag, at, laneFor(drag, laneId), isFree, engine.scale(), calendar);
      const isSame = before?.startAt === preview.startAt && before.endAt === preview.endAt;
      if (isSame && before.laneId === preview.laneId && before.cutAt === preview.cutAt) return;
      state.preview = preview;
      // What is dragged leaves the canvas of items once, at the first step.
      engine.invalidate(before ? DIRTY.overlay : DIRTY.overlay | DIRTY.items);
      verdict.show(preview);
    },
    drop(by) {
      const { preview, drag } = state;
      end();
      if (!drag || !preview) return;
      const edit = editOf(preview);
      if (edit?.type !== 'change' && edit?.type !== 'exchange') {
        // Only a change can be shown in place until it is answered; what is new comes with the data.
        state.preview = null;
        engine.invalidate(DIRTY.items | DIRTY.overlay);
      }
      if (edit) engine.emit('edit', { ...edit, by });
      if (preview.id !== null) announce(engine, preview.id, preview);
    },
    judge: verdict.show,
    unjudge() {
      if (!state.drag) verdict.hide();
    },
    cancel() {
      end();
      state.preview = null;
      engine.invalidate(DIRTY.items | DIRTY.overlay);
    },
  };
}

/** What is done with several bars as one. */
const TOGETHER: ReadonlySet<DragMode> = new Set(['move', 'copy', 'repeat']);

/** The held item, and with it what is selected together with it where that can be moved as one. */
function heldWith({ state, itemOf }: Engine, item: TimelineItem, mode: DragMode): TimelineItem[] {
  const isOne = !TOGETHER.has(mode) || !state.selectedIds.has(item.id);
  if (isOne) return [item];
  const others = [...state.selectedIds].filter((id) => id !== item.id).map(itemOf);
  return [item, ...others.filter((one) => one !== null && canHold(one, mode))] as TimelineItem[];
}

/** Whether a gesture may change the times of an item. */
export function canEdit(item: TimelineItem): boolean {
  return canHold(item, 'end');
}

/** Whether a gesture may take hold of an item: one whose times are fixed can only be given another lane. */
export function canHold(item: TimelineItem, mode: DragMode): boolean {
  return item.editable && item.state !== 'struck' && (!item.isFixed || mode === 'move');
}

/** Whether bars of one lane may go to another. */
export function mayExchange(from: TimelineLane | undefined, to: TimelineLane | undefined): boolean {
  return to?.exchange !== undefined && to.exchange === from?.exchange;
}
