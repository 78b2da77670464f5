import { type Kind, kindOf } from '#model/kinds.ts';
import { CASE_AREAS, type CaseArea } from '#renderer/ui/navigation.ts';

/** The area of the workspace where records of a kind are shown; persons and what surrounds them are in the overview. */
export function areaOf(kind: Kind): CaseArea {
  const area = kindOf(kind).area;
  return CASE_AREAS.find((one) => one === area) ?? 'overview';
}
