import { useMemo, useState } from 'react';

/** Rows of the list that are chosen together; `anchor` is where a stretch of them began. */
interface Choice {
  readonly ids: ReadonlySet<string>;
  readonly anchor: number | null;
}

const NOTHING: Choice = { ids: new Set(), anchor: null };

export interface RowChoice {
  /** Those still in the list, in its order. */
  readonly ids: readonly string[];
  has(id: string): boolean;
  clear(): void;
  /** One row in or out. */
  toggle(index: number): void;
  /** From where the stretch began, else from `from`, to this row. */
  extend(from: number, to: number): void;
  /** Every row of the lane that a row lies in. */
  chooseLane(index: number): void;
}

/**
 * Several rows of the list chosen at once, as a box does on the drawing.
 * @param rows id of each row, null for a heading: a lane goes from one to the next
 */
export function useRowChoice(rows: readonly (string | null)[]): RowChoice {
  const [choice, setChoice] = useState<Choice>(NOTHING);
  return useMemo(() => {
    const idsFrom = (from: number, to: number) =>
      rows.slice(Math.min(from, to), Math.max(from, to) + 1).filter((id) => id !== null);
    return {
      ids: choice.ids.size === 0 ? [] : rows.filter((id) => id !== null && choice.ids.has(id)).map(String),
      has: (id) => choice.ids.has(id),
      clear: () => choice.ids.size > 0 && setChoice(NOTHING),
      toggle(index) {
        const id = rows[index];
        if (!id) return;
        const ids = new Set(choice.ids);
        if (!ids.delete(id)) ids.add(id);
        setChoice({ ids, anchor: index });
      },
      extend(from, to) {
        const anchor = choice.anchor ?? from;
        setChoice({ ids: new Set(idsFrom(anchor, to)), anchor });
      },
      chooseLane(index) {
        const from = Math.max(0, rows.lastIndexOf(null, index));
        const next = rows.indexOf(null, index + 1);
        setChoice({ ids: new Set(idsFrom(from, next < 0 ? rows.length : next)), anchor: index });
      },
    };
  }, [rows, choice]);
}
