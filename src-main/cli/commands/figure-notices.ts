/** What is said beside figures, on standard error: that days are missing in them, and that orders are left out of them. */

import type { ShopCoverage } from '../../../src-shared/contract/coverage.ts';
import { type Desk, say } from '../desk.ts';

/** `--with-excluded`: orders that rules exclude count too. */
export function excludedOption(desk: Desk): { excluded?: true } {
  return desk.invocation.options['with-excluded'] === 'true' ? { excluded: true } : {};
}

interface FiguresOf {
  readonly shop?: number;
  /** The figures are as of this day; without one, of everything. */
  readonly on?: string;
  readonly excluded?: true;
}

const SHOWN_GAPS = 3;

function gapNotice(desk: Desk, { name, gaps }: ShopCoverage): string {
  const { language } = desk.invocation;
  const days = gaps.reduce((sum, gap) => sum + gap.days, 0);
  const spans = gaps.slice(0, SHOWN_GAPS).map(({ from, to }) => (from === to ? from : `${from} – ${to}`));
  const more = gaps.length > SHOWN_GAPS ? ' …' : '';
  return say(
    language,
    `注意：${name} 有 ${days} 天没有订单文件（${spans.join('、')}${more}），这些数里没有那几天。见 coverage 命令。`,
    `Note: ${name} has no order file for ${days} ${days === 1 ? 'day' : 'days'} (${spans.join(', ')}${more}); they are not in these figures. See the coverage command.`,
  );
}

/** Says which days are missing in figures, and how many orders rules leave out of them. The answer itself stays as it is. */
export async function warnOfFigures(desk: Desk, { shop, on, excluded }: FiguresOf): Promise<void> {
  const { shops } = await desk.client.call('coverage.list', shop === undefined ? {} : { shop });
  for (const covered of shops) {
    const gaps = covered.gaps.filter((gap) => on === undefined || gap.from <= on);
    if (gaps.length > 0) desk.notice(gapNotice(desk, { ...covered, gaps }));
  }
  if (excluded === true) return;
  const { excluded: left } = await desk.client.call('exclusions.list', {});
  if (left === 0) return;
  const zh = `有 ${left} 单被排除规则排除，没有算进来；加 --with-excluded 就算。`;
  const en = `${left} ${left === 1 ? 'order is' : 'orders are'} left out by rules; --with-excluded counts them too.`;
  desk.notice(say(desk.invocation.language, zh, en));
}
