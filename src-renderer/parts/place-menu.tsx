/** A menu at a place of the window: of a row or a column head. By mouse or keyboard, the arrow keys are the menu's while it is open. */

import { Dropdown, type MenuProps } from 'antd';
import type { ReactNode } from 'react';
import { useTakesFocus } from './use-takes-focus.ts';

export interface PlaceMenuProps {
  readonly x: number;
  readonly y: number;
  readonly items: NonNullable<MenuProps['items']>;
  readonly onClose: () => void;
}

export function PlaceMenu({ x, y, items, onClose }: PlaceMenuProps) {
  return (
    <Dropdown
      open
      trigger={['click']}
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      menu={{ items, onClick: onClose }}
      popupRender={(menu) => <MenuBox>{menu}</MenuBox>}
    >
      <span className="menu-place" style={{ left: x, top: y }} />
    </Dropdown>
  );
}

/** Esc is the menu's own. */
export function MenuBox({ children }: { readonly children: ReactNode }) {
  const box = useTakesFocus<HTMLDivElement>();
  return (
    <div ref={box} data-takes-esc="">
      {children}
    </div>
  );
}
