/** Where a row's menu was asked for: by the other mouse button, or by the keyboard on the row it is on. */

import type { MouseEvent as ReactMouseEvent } from 'react';
import { rowIndexOf } from './table-pointer.ts';

export interface MenuPlace {
  /** -1: on no row. */
  readonly index: number;
  readonly x: number;
  readonly y: number;
  /** What stood under the pointer. */
  readonly target: Element;
}

/** `here`: the row the keyboard is on. */
export function menuPlaceOf(event: ReactMouseEvent, here: number): MenuPlace {
  const target = event.target instanceof Element ? event.target : event.currentTarget;
  const row = target.closest('.vt-row');
  if (row !== null) {
    return { index: rowIndexOf(row), x: event.clientX, y: event.clientY, target };
  }
  const current = event.currentTarget.querySelector('.vt-row.here');
  const { left, bottom } = (current ?? event.currentTarget).getBoundingClientRect();
  return { index: current === null ? -1 : here, x: left + 40, y: bottom, target };
}
