import { Menu as MantineMenu } from '@mantine/core';
import type { ReactElement } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import './menu.css';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly keys?: string;
  readonly disabled?: boolean;
  /** Marks the one that is chosen, in a menu of choices. */
  readonly checked?: boolean;
  readonly run: () => void;
}

interface Props {
  /** The button that opens it. */
  children: ReactElement;
  /** Groups, drawn with a line between them. */
  groups: readonly (readonly MenuItem[])[];
  side?: 'bottom-start' | 'bottom-end' | 'top-start' | 'top-end' | 'right-end';
}

/** Commands under a button: arrows move, letters jump, Esc closes. */
export function Menu({ children, groups, side = 'bottom-end' }: Props) {
  return (
    <MantineMenu
      position={side}
      offset={4}
      withinPortal
      transitionProps={{ duration: 90 }}
      classNames={{ dropdown: 'vb-menu', item: 'vb-menu-item', divider: 'vb-menu-line' }}
    >
      <MantineMenu.Target>{children}</MantineMenu.Target>
      <MantineMenu.Dropdown>
        {groups.map((group, index) => [
          index > 0 && <MantineMenu.Divider key={`line-${group[0]?.id}`} />,
          ...group.map((item) => (
            <MantineMenu.Item
              key={item.id}
              {...(item.disabled ? { disabled: true } : {})}
              {...(item.checked === undefined ? {} : { role: 'menuitemradio', 'aria-checked': item.checked })}
              leftSection={
                item.checked === undefined ? (
                  item.icon && <Icon name={item.icon} />
                ) : (
                  <span className="vb-menu-check">{item.checked && <Icon name="check" />}</span>
                )
              }
              rightSection={item.keys && <Kbd keys={item.keys} />}
              onClick={item.run}
            >
              {item.label}
            </MantineMenu.Item>
          )),
        ])}
      </MantineMenu.Dropdown>
    </MantineMenu>
  );
}
