/** The answer in words beside the name of a page; where it does not fit there it has lines of its own beneath, and is not cut. */

import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

export function Say({ children }: { readonly children: ReactNode }) {
  const say = useRef<HTMLSpanElement>(null);
  const [isBeneath, setBeneath] = useState(false);
  // With every drawing: the words beside it may have changed as well as its own.
  useLayoutEffect(() => {
    const element = say.current;
    if (element !== null) setBeneath(!fits(element));
  });
  useLayoutEffect(() => {
    const head = say.current?.parentElement ?? null;
    if (head === null) return undefined;
    const read = (): void => {
      const element = say.current;
      if (element !== null) flushSync(() => setBeneath(!fits(element)));
    };
    const watch = new ResizeObserver(read);
    for (const element of [head, ...head.children]) if (element !== say.current) watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return (
    <span ref={say} className={isBeneath ? 'say beneath' : 'say'}>
      {children}
    </span>
  );
}

/** Whether all of it has room in its row, wherever it stands now: what stands beside it is measured without it. */
function fits(say: HTMLElement): boolean {
  const head = say.parentElement;
  if (head === null) return true;
  const { position, width } = say.style;
  say.style.position = 'absolute';
  say.style.width = 'max-content';
  const own = say.offsetWidth;
  const others = [...head.children].filter((element): element is HTMLElement => element !== say);
  const taken = others.reduce((sum, element) => sum + (element as HTMLElement).offsetWidth, 0);
  say.style.position = position;
  say.style.width = width;
  const style = getComputedStyle(head);
  const room =
    head.clientWidth - px(style.paddingLeft) - px(style.paddingRight) - taken - others.length * px(style.columnGap);
  return own <= room + 1;
}

function px(length: string): number {
  const value = Number.parseFloat(length);
  return Number.isNaN(value) ? 0 : value;
}
