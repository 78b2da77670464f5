import { Modal } from '@mantine/core';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { useReturnFocus } from '#renderer/ui/use-return-focus.ts';
import type { PaletteItem } from './items.ts';
import { PaletteOption } from './PaletteOption.tsx';
import { usePaletteItems } from './use-palette-items.ts';
import './palette.css';

interface Props {
  open: boolean;
  onClose: () => void;
  /** Shows a record that is in no case. */
  onPeek: (id: RecordId) => void;
}

/** Go anywhere, find anything, do anything: one field and a list (WAI-ARIA combobox with a list box). */
export function Palette({ open, onClose, onPeek }: Props) {
  const { t } = useTranslation('app');
  useReturnFocus(open);
  return (
    <Modal.Root
      opened={open}
      onClose={onClose}
      size={640}
      yOffset="12vh"
      lockScroll={false}
      returnFocus={false}
      classNames={{ content: 'vb-palette', overlay: 'vb-dialog-overlay' }}
      // At once: what is typed right after Ctrl+K belongs in its field.
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t('palette.open')}>
        <PaletteBody onClose={onClose} onPeek={onPeek} />
      </Modal.Content>
    </Modal.Root>
  );
}

function PaletteBody({ onClose, onPeek }: Omit<Props, 'open'>) {
  const { t } = useTranslation('app');
  const id = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const { groups, searching, failed } = usePaletteItems(text, onPeek);
  const items = groups.flatMap((group) => group.items);
  const index = Math.min(at, Math.max(0, items.length - 1));
  const current = items[index];
  const optionId = (item: PaletteItem) => `${id}-${item.id}`;

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  const run = (item: PaletteItem | undefined) => {
    if (!item) return;
    onClose();
    item.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const last = items.length - 1;
    const to: Record<string, number> = {
      ArrowDown: index === last ? 0 : index + 1,
      ArrowUp: index === 0 ? last : index - 1,
      PageDown: Math.min(last, index + 8),
      PageUp: Math.max(0, index - 8),
    };
    const next = to[event.key];
    if (next !== undefined) {
      event.preventDefault();
      setAt(next);
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      run(current);
    }
  };

  return (
    <>
      <div className="vb-palette-field">
        <Icon name="search" />
        <input
          data-autofocus
          // biome-ignore lint/a11y/noAutofocus: a palette is for typing
          autoFocus
          role="combobox"
          aria-label={t('palette.label')}
          aria-expanded={items.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          {...(current ? { 'aria-activedescendant': optionId(current) } : {})}
          placeholder={t('palette.placeholder')}
          autoComplete="off"
          spellCheck={false}
          maxLength={400}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        <Kbd keys="Escape" />
      </div>
      {items.length > 0 && (
        <div className="vb-palette-list" role="listbox" id={`${id}-list`} aria-label={t('palette.found')} ref={list}>
          {groups.map((group) => (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset may not stand in a list box
            <div key={group.id} role="group" aria-labelledby={`${id}-${group.id}`}>
              <div className="vb-palette-group" id={`${id}-${group.id}`}>
                {group.title}
              </div>
              {group.items.map((item) => (
                <PaletteOption
                  key={item.id}
                  id={optionId(item)}
                  item={item}
                  selected={item === current}
                  onPoint={() => setAt(items.indexOf(item))}
                  onRun={() => run(item)}
                />
              ))}
            </div>
          ))}
        </div>
      )}
      <div className="vb-palette-foot" role="status">
        {failed
          ? t('palette.failed')
          : searching
            ? t('palette.searching')
            : t('palette.count', { count: items.length })}
        <span className="vb-palette-keys">
          <Kbd keys="ArrowUp" /> <Kbd keys="ArrowDown" /> {t('palette.choose')} <Kbd keys="Enter" /> {t('palette.do')}
        </span>
      </div>
    </>
  );
}
