import { useEffect, useState } from 'react';
import type { RuleId } from '#model/flags/table.ts';
import type { RecordId } from '#model/ids.ts';

/** The flag that another page asked the overview of its case to show; taken once, and gone with the page at lock. */
let asked: { readonly caseId: RecordId; readonly rule: RuleId } | null = null;

/** Asks the flags of a case to show this one when they are opened next. */
export function askFlag(caseId: RecordId, rule: RuleId): void {
  asked = { caseId, rule };
}

/** The flag of this case that was asked for when its flags were opened; null where none was. */
export function useAskedFlag(caseId: RecordId): RuleId | null {
  const [rule] = useState(() => (asked?.caseId === caseId ? asked.rule : null));
  useEffect(() => {
    asked = null;
  }, []);
  return rule;
}
