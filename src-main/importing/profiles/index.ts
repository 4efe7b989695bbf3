/** All built-in profiles. */

import type { Profile } from './profile.ts';
import { shopifyOrders } from './shopify-orders.ts';
import { taobaoLines } from './taobao-lines.ts';
import { taobaoOrders } from './taobao-orders.ts';

export const profiles: readonly Profile[] = [taobaoOrders, taobaoLines, shopifyOrders];

export function profileById(id: string): Profile | null {
  return profiles.find((profile) => profile.id === id) ?? null;
}
