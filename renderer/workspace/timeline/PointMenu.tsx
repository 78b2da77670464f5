import { Menu } from '@mantine/core';
import { useState } from 'react';
import { Icon, type IconName } from '#renderer/ui/Icon.tsx';
import '#renderer/ui/menu.css';

export interface PointMenuItem {
  readonly id: string;
  readonly label: string;
  /** A second, quieter line. */
  readonly note?: string;
  readonly icon?: IconName;
  readonly run: () => void;
}

/** A menu, and where on the page it opens: client px. */
export interface PointMenuState {
  readonly label: string;
  readonly items: readonly PointMenuItem[];
  readonly clientX: number;
  readonly clientY: number;
}

/** A menu at a point of a drawing: arrows walk it, letters jump, Esc closes and gives the keys back. */
export function PointMenu({ menu, onClose }: { menu: PointMenuState; onClose: () => void }) {
  const [opener] = useState(() => document.activeElement);
  const giveBack = () => {
    if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
  };
  const choose = (item: PointMenuItem) => {
    // What the item opens gives the keys back to where the menu was asked for, not to the item.
    giveBack();
    item.run();
  };
  const close = () => {
    // A press elsewhere has given the keys to what was pressed.
    if (document.activeElement?.closest('.vb-point-menu')) giveBack();
    onClose();
  };
  // Words stand in one line, with a picture before them or without.
  const hasIcons = menu.items.some(({ icon }) => icon);
  return (
    <Menu
      opened
      onClose={close}
      position="bottom-start"
      offset={4}
      // Within the page, so that it belongs to the part it opens in; the drawing cannot cut it off.
      withinPortal={false}
      floatingStrategy="fixed"
      returnFocus={false}
      // At the foot of a list the point itself is out of sight.
      hideDetached={false}
      withInitialFocusPlaceholder={false}
      // Not the press: the browser makes one of its own out of Shift+F10, right after the menu has opened.
      clickOutsideEvents={['click']}
      transitionProps={{ duration: 0 }}
      classNames={{ dropdown: 'vb-menu vb-point-menu', item: 'vb-menu-item' }}
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          className="vb-point-anchor"
          style={{ left: menu.clientX, top: menu.clientY }}
        >
          {menu.label}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {menu.items.map((item) => (
          <Menu.Item
            key={item.id}
            leftSection={item.icon ? <Icon name={item.icon} /> : hasIcons && <span className="vb-point-blank" />}
            onClick={() => choose(item)}
          >
            {item.label}
            {item.note && <span className="vb-point-note">{item.note}</span>}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
