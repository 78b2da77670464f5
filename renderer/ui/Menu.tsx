import { Menu as MantineMenu } from '@mantine/core';
import type { ReactElement } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import './menu.css';

/** A command in a menu. */
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
          ...group.map((item) => <Item key={item.id} item={item} />),
        ])}
      </MantineMenu.Dropdown>
    </MantineMenu>
  );
}

function Item({ item }: { item: MenuItem }) {
  const keys = item.keys && <Kbd keys={item.keys} />;
  const disabled = item.disabled ? { disabled: true } : {};
  if (item.checked === undefined)
    return (
      <MantineMenu.Item
        {...disabled}
        leftSection={item.icon && <Icon name={item.icon} />}
        rightSection={keys}
        onClick={item.run}
      >
        {item.label}
      </MantineMenu.Item>
    );
  return (
    <MantineMenu.RadioItem
      {...disabled}
      value={item.id}
      checked={item.checked}
      checkIcon={<Icon name="check" />}
      rightSection={keys}
      closeMenuOnClick
      onChange={item.run}
    >
      {item.label}
    </MantineMenu.RadioItem>
  );
}
