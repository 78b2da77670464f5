import { previewDuplicate, QUARTER_MS } from './drag.ts';
import { canEdit, type DragSession } from './drag-session.ts';
import { editOf } from './edits.ts';
import type { Engine } from './engine.ts';
import { type HeldKeys, startForNew } from './held-keys.ts';
import type { Cause } from './options.ts';
import { snapToGrid } from './snap.ts';
import type { TimelineItem } from './types.ts';

/** Bars that were marked for copying. They stay what they were when the view, or the data, goes on. */
export interface Clipboard {
  /** Marks what is selected. @returns how many bars */
  copy(): number;
  count(): number;
  /**
   * Without a time, holds copies where something new would begin: the keys move and drop them. With one, makes them
   * there at once, the first beginning at that time.
   * @returns false if nothing was marked
   */
  paste(at: number | null, by: Cause): boolean;
  /** Copies what is selected to the days right after it. @returns false if nothing can be */
  duplicate(by: Cause): boolean;
}

/** Copying and pasting of one timeline; not the system's clipboard, which other programs read. */
export function createClipboard(engine: Engine, session: DragSession, held: HeldKeys): Clipboard {
  const { state, calendar, dom, options } = engine;
  let marked: readonly TimelineItem[] = [];

  const selected = (): TimelineItem[] => {
    const items = [...state.selectedIds].map(engine.itemOf).filter((item) => item !== null);
    return items.filter((item) => canEdit(item) && item.shape === 'bar').sort((a, b) => a.startAt - b.startAt);
  };

  return {
    copy() {
      const items = selected();
      if (items.length === 0) return 0;
      marked = items;
      dom.live.textContent = options.texts.copied?.(items.length) ?? '';
      return items.length;
    },
    count: () => marked.length,
    paste(at, by) {
      const [first] = marked;
      if (!first || state.drag) return false;
      held.holdCopies(marked, snapToGrid(at ?? startForNew(engine), QUARTER_MS, calendar));
      if (at !== null) session.drop(by);
      return true;
    },
    duplicate(by) {
      const preview = previewDuplicate(selected(), calendar);
      const edit = preview && editOf(preview);
      if (edit) engine.emit('edit', { ...edit, by });
      return edit !== null;
    },
  };
}
