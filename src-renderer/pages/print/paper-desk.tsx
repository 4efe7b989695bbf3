/** The pages as they will lie on the table: only those in view are drawn, however many there are. */

import { type ReactNode, type RefObject, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Sheet } from './paper.ts';

export type Zoom = 'whole' | 'width' | 'full';

export interface Desk {
  readonly goTo: (page: number) => void;
}

export interface PaperDeskProps {
  readonly sheet: Sheet;
  readonly pages: number;
  readonly zoom: Zoom;
  readonly desk: RefObject<Desk | null>;
  /** The page at the top of what is seen. */
  readonly onPage: (page: number) => void;
  readonly pageAt: (page: number) => ReactNode;
}

const pxPerMm = 96 / 25.4;
const edge = 22;
const gap = 18;

function factorOf(zoom: Zoom, sheet: Sheet, room: { readonly width: number; readonly height: number }): number {
  const width = (room.width - 2 * edge) / (sheet.widthMm * pxPerMm);
  const height = (room.height - 2 * edge) / (sheet.heightMm * pxPerMm);
  if (zoom === 'full') return 1;
  // Never so small that nothing can be made out.
  return Math.max(0.2, zoom === 'width' ? width : Math.min(width, height));
}

export function PaperDesk({ sheet, pages, zoom, desk, onPage, pageAt }: PaperDeskProps) {
  const { t } = useTranslation('print');
  const box = useRef<HTMLElement>(null);
  const [room, setRoom] = useState({ width: 0, height: 0 });
  const [top, setTop] = useState(0);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const measure = (): void => setRoom({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    return () => watch.disconnect();
  }, []);

  const factor = factorOf(zoom, sheet, room);
  const width = sheet.widthMm * pxPerMm * factor;
  const pitch = sheet.heightMm * pxPerMm * factor + gap;
  const current = Math.min(pages - 1, Math.max(0, Math.floor((top + pitch / 3) / pitch)));
  useEffect(() => onPage(current), [onPage, current]);
  useImperativeHandle(desk, () => ({
    goTo: (page) => box.current?.scrollTo({ top: Math.max(0, Math.min(pages - 1, page)) * pitch }),
  }));

  const first = Math.max(0, Math.floor((top - edge) / pitch) - 1);
  const last = Math.min(pages - 1, Math.ceil((top + room.height) / pitch));
  const shown = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return (
    <section
      ref={box}
      className="desk"
      aria-label={t('preview')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus
      tabIndex={0}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      <div
        className="desk-space"
        style={{ height: `${pages * pitch - gap + 2 * edge}px`, minWidth: `${width + 2 * edge}px` }}
      >
        {room.width > 0 &&
          shown.map((page) => (
            <div
              key={page}
              className="desk-place"
              style={{ top: `${edge + page * pitch}px`, left: `${Math.max(edge, (room.width - width) / 2)}px` }}
            >
              <div style={{ zoom: factor }}>{pageAt(page)}</div>
            </div>
          ))}
      </div>
    </section>
  );
}
