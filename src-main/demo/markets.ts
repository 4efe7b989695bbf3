/** Every marketplace a made shop can sell on, by the name it is asked for. */

import type { Market } from './market.ts';
import { taobao } from './market-taobao.ts';
import { marketsAbroad } from './markets-abroad.ts';
import { chinaMarkets } from './markets-china.ts';
import { webShops } from './markets-web.ts';

export const markets: readonly Market[] = [taobao, ...chinaMarkets, ...webShops, ...marketsAbroad];

/** null: no market of that name. */
export function marketNamed(name: string): Market | null {
  return markets.find((market) => market.name === name) ?? null;
}
