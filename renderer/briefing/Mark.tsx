import { ICON_DASHED, ICON_HEAVY, ICON_LINES, ICON_SOLIDS, type IconName } from '#resources/icons/paths.ts';

/** A line icon on paper. A word always stands beside it, so it is silent. */
export function Mark({ name }: { name: IconName }) {
  const dashed = ICON_DASHED[name];
  const heavy = ICON_HEAVY[name];
  const solid = ICON_SOLIDS[name];
  return (
    <svg className="bp-mark" viewBox="0 0 20 20" aria-hidden="true">
      <path d={ICON_LINES[name]} />
      {dashed && <path d={dashed} strokeDasharray="2.6 2.2" />}
      {heavy && <path d={heavy} strokeWidth="2.2" />}
      {solid && <path d={solid} fill="currentColor" stroke="none" />}
    </svg>
  );
}
