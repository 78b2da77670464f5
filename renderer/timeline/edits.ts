import { type DraggedItem, type DraggedTimes, type DragPreview, timesOf } from './drag.ts';
import type { Prepared } from './prepare.ts';

interface Made {
  /** Clocks change between old and new times: the app asks whether length or wall-clock end is kept. */
  readonly crossesClockChange: boolean;
}

/**
 * What the reader asked for with one gesture: the app writes it as one step that can be undone, or refuses it. By pointer
 * and by keys the same gesture gives the same edit.
 */
export type TimelineEdit =
  /** Null is a double click: a new entry whose end the app proposes. */
  | { readonly type: 'create'; readonly laneId: string; readonly startAt: number; readonly endAt: number | null }
  /** Moved, or with another start or end; several when several were selected. */
  | (Made & { readonly type: 'change'; readonly edge: 'start' | 'end'; readonly items: readonly Edited[] })
  /** To another lane, at the same times: `laneId` is the new one, the original's the old. */
  | { readonly type: 'exchange'; readonly items: readonly Edited[] }
  /** Copies; `id` and `original` are those of what was copied. */
  | (Made & { readonly type: 'copy'; readonly items: readonly Edited[] })
  /** Copies of one bar, day after day. */
  | (Made & { readonly type: 'repeat'; readonly items: readonly Edited[] })
  /** Into two bars at an instant. */
  | { readonly type: 'cut'; readonly id: string; readonly at: number }
  /** Ends at an instant because another takes over. */
  | { readonly type: 'handOver'; readonly id: string; readonly at: number }
  | { readonly type: 'remove'; readonly ids: readonly string[] };

type Edited = DraggedItem & { readonly id: string };

/** The edit a preview stands for; null if it would change nothing. */
export function editOf(preview: DragPreview): TimelineEdit | null {
  const { mode, items, crossesClockChange, edge } = preview;
  switch (mode) {
    case 'create':
      return { type: 'create', laneId: preview.laneId, startAt: preview.startAt, endAt: preview.endAt };
    case 'cut':
    case 'handOver':
      return preview.id === null || preview.cutAt === null ? null : { type: mode, id: preview.id, at: preview.cutAt };
    case 'copy':
    case 'repeat':
      return { type: mode, items: items.filter(isEdited), crossesClockChange };
    default: {
      const changed = items.filter(isEdited).filter(differs);
      if (changed.some(({ laneId, original }) => laneId !== original?.laneId))
        return { type: 'exchange', items: changed };
      return changed.length === 0 ? null : { type: 'change', edge, items: changed, crossesClockChange };
    }
  }
}

/**
 * Whether data answer an edit: an item of it has gone, or lies elsewhere than where it was taken from. Data that came for
 * another reason meanwhile do not put a bar back for a moment.
 */
export function isAnswered({ items }: DragPreview, { byId }: Pick<Prepared, 'byId'>): boolean {
  return items.some(({ id, original }) => {
    const item = id === null ? undefined : byId.get(id)?.item;
    return !item || !original || differs({ ...timesOf(item), original });
  });
}

function isEdited(item: DraggedItem): item is Edited {
  return item.id !== null;
}

function differs({ original, laneId, startAt, endAt }: Pick<DraggedItem, 'original' | keyof DraggedTimes>): boolean {
  return original?.startAt !== startAt || original.endAt !== endAt || original.laneId !== laneId;
}
