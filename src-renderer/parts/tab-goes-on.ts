/** Tab goes on to the next field also from a list of choices that is unfolded: antd's own would keep it, and choose what is only looked at. */

import type { KeyboardEvent } from 'react';

/** For the capture phase, above every page and dialog. */
export function tabGoesOn(event: KeyboardEvent): void {
  const { key, target } = event;
  const isUnfolded = target instanceof Element && target.closest('.ant-select-open') !== null;
  if (key === 'Tab' && isUnfolded) event.stopPropagation();
}
