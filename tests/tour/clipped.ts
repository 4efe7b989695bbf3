/** Looks for words that are cut off without saying so, and for a page wider than its window. A hint where to look, no verdict. */

import type { Page } from 'playwright-core';

/** What is cut, as a person would find it: the words, and how much is missing. */
export function clippedWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const root = document.scrollingElement ?? document.documentElement;
    const found: string[] = [];
    if (root.scrollWidth > root.clientWidth)
      found.push(`the page is ${root.scrollWidth - root.clientWidth} px too wide`);
    if (root.scrollHeight > root.clientHeight + 1)
      found.push(`the page is ${root.scrollHeight - root.clientHeight} px too high`);
    const cuts = (style: CSSStyleDeclaration, overflow: string): boolean =>
      ['hidden', 'clip'].includes(overflow) && style.textOverflow !== 'ellipsis' && style.position !== 'absolute';
    const ownText = (element: Element): string =>
      [...element.childNodes]
        .map((node) => (node.nodeType === Node.TEXT_NODE ? node.textContent : ''))
        .join('')
        .trim();
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const text = ownText(element);
      if (text === '' || element.closest('svg, .unseen, .ant-tooltip, [aria-hidden="true"]') !== null) continue;
      const range = document.createRange();
      range.selectNodeContents(element);
      const words = range.getBoundingClientRect();
      if (words.width < 2 || getComputedStyle(element).visibility === 'hidden') continue;
      for (let around: HTMLElement | null = element; around !== null; around = around.parentElement) {
        const style = getComputedStyle(around);
        if (style.textOverflow === 'ellipsis' || /auto|scroll/.test(`${style.overflowX}${style.overflowY}`)) break;
        const box = around.getBoundingClientRect();
        const right = cuts(style, style.overflowX) ? Math.round(words.right - box.right) : 0;
        const below = cuts(style, style.overflowY) ? Math.round(words.bottom - box.bottom) : 0;
        if (right > 1 || below > 4) {
          found.push(
            `“${text.slice(0, 40)}” cut by ${Math.max(right, below)} px in ${around.className || around.tagName}`,
          );
          break;
        }
      }
    }
    return [...new Set(found)].slice(0, 20);
  });
}
