/** Texts as a Chinese dictionary has them, numbers in them by their size. */

const alphabet = new Intl.Collator('zh-CN', { numeric: true });

/** Never 0 for texts that differ: an order is the same every time. */
export function compareText(a: string, b: string): number {
  return alphabet.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}
