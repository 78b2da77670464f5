import { createContext, useContext } from 'react';

/** Key that opens the quick entry of a breach anywhere in a case. */
export const QUICK_BREACH = 'B';

interface QuickBreach {
  open(): void;
}

export const QuickBreachContext = createContext<QuickBreach | null>(null);

/** Opens the quick entry of a breach. */
export function useQuickBreach(): QuickBreach {
  const quick = useContext(QuickBreachContext);
  if (!quick) throw new Error('no quick entry above this component');
  return quick;
}
