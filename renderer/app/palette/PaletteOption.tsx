import { Icon } from '#renderer/ui/Icon.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { KindBadge } from '#renderer/ui/KindBadge.tsx';
import { GradeChip } from './GradeChip.tsx';
import { type PaletteItem, pieces } from './items.ts';

interface Props {
  id: string;
  item: PaletteItem;
  selected: boolean;
  onPoint: () => void;
  onRun: () => void;
}

/** One line of the palette; the field keeps the focus. */
export function PaletteOption({ id, item, selected, onPoint, onRun }: Props) {
  // A short record is its own excerpt: said once.
  const sameText = item.excerpt?.text === item.title;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field above has the focus and names the line in force
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field does the same
    <div
      id={id}
      role="option"
      aria-selected={selected}
      className="vb-palette-option"
      onMouseMove={selected ? undefined : onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onRun}
    >
      {item.kind ? (
        <KindBadge kind={item.kind} tone={item.tone} />
      ) : (
        <span className="vb-palette-icon">
          <Icon name={item.icon} />
        </span>
      )}
      <span className="vb-palette-text">
        <span className="vb-palette-title">{sameText ? <Marked excerpt={item.excerpt} /> : item.title}</span>
        {item.excerpt && !sameText && (
          <span className="vb-palette-excerpt">
            <Marked excerpt={item.excerpt} />
          </span>
        )}
      </span>
      {item.grade && <GradeChip grade={item.grade} />}
      {item.detail && <span className="vb-palette-detail">{item.detail}</span>}
      {item.keys && <Kbd keys={item.keys} />}
    </div>
  );
}

/** A text with what was found in it. */
export function Marked({ excerpt }: { excerpt: PaletteItem['excerpt'] }) {
  if (!excerpt) return null;
  return pieces(excerpt.text, excerpt.marks).map((piece, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name
    piece.found ? <mark key={index}>{piece.text}</mark> : piece.text,
  );
}
