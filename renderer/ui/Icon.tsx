import { ICON_DASHED, ICON_HEAVY, ICON_LINES, ICON_SOLIDS, type IconName } from '#resources/icons/paths.ts';
import './icon.css';

export { type IconName, isIconName } from '#resources/icons/paths.ts';

interface Props {
  name: IconName;
  /** Side in px. */
  size?: 14 | 16 | 20;
  /** Only where no word stands beside it; otherwise the icon is silent. */
  label?: string;
  className?: string;
}

/** A line icon in the colour of its text. */
export function Icon({ name, size = 16, label, className }: Props) {
  const solid = ICON_SOLIDS[name];
  const dashed = ICON_DASHED[name];
  const heavy = ICON_HEAVY[name];
  const classes = `vb-icon vb-icon-${size}${className ? ` ${className}` : ''}`;
  const drawing = (
    <>
      <path d={ICON_LINES[name]} />
      {dashed && <path d={dashed} strokeDasharray="2.6 2.2" />}
      {heavy && <path d={heavy} strokeWidth="2.2" />}
      {solid && <path d={solid} fill="currentColor" stroke="none" />}
    </>
  );
  if (label)
    return (
      <svg className={classes} viewBox="0 0 20 20" role="img" aria-label={label}>
        {drawing}
      </svg>
    );
  return (
    <svg className={classes} viewBox="0 0 20 20" aria-hidden="true">
      {drawing}
    </svg>
  );
}
