import { type KeyboardEvent, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { LINK_TYPES } from '#model/kinds/note.ts';
import { useStore } from '#renderer/editor/useStore.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { useBriefWords } from './brief-words.ts';
import type { Desk } from './desk.ts';
import { useFloating } from './use-floating.ts';

/** How the selected mention bears on its record: a small menu at the mention, opened with Alt+Down or the context menu. */
export function LinkTypeMenu({ desk }: { desk: Desk }) {
  const { t } = useTranslation('note');
  const words = useBriefWords();
  const { mentions } = desk.editor;
  const selected = useStore(mentions);
  const isOpen = selected?.isMenuOpen === true;
  const { ref, style } = useFloating(isOpen ? selected.box : null);
  const title = selected ? (desk.directory.look(selected.mention.to)?.title ?? selected.mention.label) : '';

  useEffect(() => {
    if (isOpen) ref.current?.querySelector<HTMLElement>('[aria-checked="true"]')?.focus({ preventScroll: true });
  }, [isOpen, ref]);

  const onKeyDown = (event: KeyboardEvent) => {
    const items = [...(ref.current?.querySelectorAll<HTMLElement>('[role="menuitemradio"]') ?? [])];
    const index = items.findIndex((item) => item.contains(document.activeElement));
    const next = nextIndex(event.key, index, items.length);
    if (next !== null) items[next]?.focus();
    else if (event.key === 'Escape' || event.key === 'Tab') mentions.closeMenu();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <div className="vb-sr" role="status">
        {selected && !isOpen ? t('mention.selected', { title, link: words.linkInText(selected.mention.link) }) : ''}
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
              aria-checked={selected.mention.link === type}
              tabIndex={-1}
              className="note-link-item"
              onClick={() => mentions.setLinkType(type)}
            >
              <span className="note-link-check">
                {selected.mention.link === type && <Icon name="check" size={14} />}
              </span>
              {words.link(type)}
            </button>
          ))}
        </div>
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
