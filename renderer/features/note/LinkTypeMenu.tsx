import { type KeyboardEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LinkTarget } from '#model/document/format.ts';
import { LINK_TYPES } from '#model/kinds/note.ts';
import { useStore } from '#renderer/editor/useStore.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { useBriefWords } from './brief-words.ts';
import type { Desk } from './desk.ts';
import { LinkDateDialog } from './LinkDateDialog.tsx';
import { useFloating } from './use-floating.ts';

interface Props {
  desk: Desk;
  /** Shows the record on the timeline; null where it lies on none. */
  onShowOnTimeline: (target: LinkTarget) => void;
}

/** What is said when a link is selected, and what its last command is called, by what carries it. */
const SELECTED = {
  mention: 'mention.selected',
  span: 'writing:span.inside',
  picture: 'writing:picture.linked',
} as const;
const REMOVE = {
  mention: 'writing:link.removeMention',
  span: 'writing:link.remove',
  picture: 'writing:picture.unlink',
} as const;

/** What can be done with a link: a small menu at it, opened with Alt+Down or the context menu. */
export function LinkTypeMenu({ desk, onShowOnTimeline }: Props) {
  const { t } = useTranslation(['note', 'writing']);
  const words = useBriefWords();
  const { mentions } = desk.editor;
  const selected = useStore(mentions);
  const [dated, setDated] = useState<LinkTarget | null>(null);
  const isOpen = selected?.isMenuOpen === true;
  const { ref, style } = useFloating(isOpen ? selected.box : null);
  const title = selected ? (desk.directory.look(selected.target.to)?.title ?? selected.target.label) : '';

  useEffect(() => {
    if (isOpen) ref.current?.querySelector<HTMLElement>('[aria-checked="true"]')?.focus({ preventScroll: true });
  }, [isOpen, ref]);

  const onKeyDown = (event: KeyboardEvent) => {
    const items = [...(ref.current?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
    const index = items.findIndex((item) => item.contains(document.activeElement));
    const next = nextIndex(event.key, index, items.length);
    if (next !== null) items[next]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') mentions.closeMenu();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const item = (label: string, run: () => void) => (
    <button type="button" role="menuitem" tabIndex={-1} className="note-link-item" onClick={run}>
      <span className="note-link-check" />
      {label}
    </button>
  );

  return (
    <>
      <div className="vb-sr" role="status">
        {selected && !isOpen
          ? t(SELECTED[selected.carrier], { title, link: words.linkInText(selected.target.link) })
          : ''}
      </div>
      {isOpen && (
        <div
          ref={ref}
          className="note-float note-link-menu"
          style={style}
          role="menu"
          aria-label={t('mention.linkMenu', { title })}
          tabIndex={-1}
          onKeyDown={onKeyDown}
          onBlur={(event) => {
            if (!event.currentTarget.contains(event.relatedTarget)) mentions.dismissMenu();
          }}
        >
          {LINK_TYPES.map((type) => (
            <button
              key={type}
              type="button"
              role="menuitemradio"
              aria-checked={selected.target.link === type}
              tabIndex={-1}
              className="note-link-item"
              onClick={() => mentions.change({ link: type })}
            >
              <span className="note-link-check">
                {selected.target.link === type && <Icon name="check" size={14} />}
              </span>
              {words.link(type)}
            </button>
          ))}
          <hr className="note-link-line" />
          {item(t('writing:link.date'), () => {
            mentions.dismissMenu();
            setDated(selected.target);
          })}
          {item(t('writing:link.timeline'), () => {
            mentions.dismissMenu();
            onShowOnTimeline(selected.target);
          })}
          {item(t(REMOVE[selected.carrier]), mentions.removeLink)}
        </div>
      )}
      {dated && (
        <LinkDateDialog
          target={dated}
          onClose={() => setDated(null)}
          onTake={(date) => {
            mentions.change({ date });
            setDated(null);
          }}
        />
      )}
    </>
  );
}

function nextIndex(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return (index + 1) % count;
    case 'ArrowUp':
      return (index - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
