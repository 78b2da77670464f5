import { createContext, useContext } from 'react';
import type { RecordId } from '#model/ids.ts';
import type { Kind } from '#model/kinds.ts';
import type { Begun } from '#renderer/features/record/begun.ts';

/** Editing from a page whose inspector lies beside it. */
export interface Edit {
  open(id: RecordId): void;
  create(kind: Kind, initial?: Readonly<Record<string, unknown>>): void;
  /** What is being made and not kept yet; null when nothing is. */
  readonly creating: Begun | null;
}

export const EditContext = createContext<Edit | null>(null);

/** Opens and creates records in the inspector of the page. */
export function useEdit(): Edit {
  const edit = useContext(EditContext);
  if (!edit) throw new Error('no inspector beside this page');
  return edit;
}
