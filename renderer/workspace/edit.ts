import { createContext, useContext } from 'react';
import type { RecordId } from '#model/ids.ts';
import type { Kind } from '#model/kinds.ts';

/** Editing from a page whose inspector lies beside it. */
export interface Edit {
  open(id: RecordId): void;
  create(kind: Kind, initial?: Readonly<Record<string, unknown>>): void;
  /** Kind of the record that is being made; null when none is. */
  readonly creating: Kind | null;
}

export const EditContext = createContext<Edit | null>(null);

/** Opens and creates records in the inspector of the page. */
export function useEdit(): Edit {
  const edit = useContext(EditContext);
  if (!edit) throw new Error('no inspector beside this page');
  return edit;
}
