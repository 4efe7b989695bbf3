/** All built-in profiles. */

import { alibabaOrders } from './alibaba-orders.ts';
import { amazonOrders } from './amazon-orders.ts';
import { amazonUnshipped } from './amazon-unshipped.ts';
import { douyinOrders } from './douyin-orders.ts';
import { douyinRefunds } from './douyin-refunds.ts';
import { ebayOrders } from './ebay-orders.ts';
import { etsyLines } from './etsy-lines.ts';
import { etsyOrders } from './etsy-orders.ts';
import { jdOrders } from './jd-orders.ts';
import { jdRefunds } from './jd-refunds.ts';
import { kuaishouOrders } from './kuaishou-orders.ts';
import { lazadaOrders } from './lazada-orders.ts';
import { pinduoduoOrders } from './pinduoduo-orders.ts';
import { pinduoduoRefunds } from './pinduoduo-refunds.ts';
import type { Profile } from './profile.ts';
import { shopeeOrders } from './shopee-orders.ts';
import { shopifyOrders } from './shopify-orders.ts';
import { taobaoLines } from './taobao-lines.ts';
import { taobaoOrders } from './taobao-orders.ts';
import { tiktokOrders } from './tiktok-orders.ts';
import { wechatOrders } from './wechat-orders.ts';
import { weidianOrders } from './weidian-orders.ts';
import { woocommerceAnalytics } from './woocommerce-analytics.ts';
import { woocommerceOrders } from './woocommerce-orders.ts';
import { woocommerceSuite } from './woocommerce-suite.ts';
import { xiaohongshuOrders } from './xiaohongshu-orders.ts';
import { xiaohongshuRefunds } from './xiaohongshu-refunds.ts';
import { youzanLines } from './youzan-lines.ts';
import { youzanOrders } from './youzan-orders.ts';

export const profiles: readonly Profile[] = [
  taobaoOrders,
  taobaoLines,
  jdOrders,
  jdRefunds,
  pinduoduoOrders,
  pinduoduoRefunds,
  douyinOrders,
  douyinRefunds,
  kuaishouOrders,
  xiaohongshuOrders,
  xiaohongshuRefunds,
  wechatOrders,
  alibabaOrders,
  youzanOrders,
  youzanLines,
  weidianOrders,
  shopifyOrders,
  woocommerceOrders,
  woocommerceAnalytics,
  woocommerceSuite,
  amazonOrders,
  amazonUnshipped,
  ebayOrders,
  etsyOrders,
  etsyLines,
  tiktokOrders,
  shopeeOrders,
  lazadaOrders,
];

const byId: ReadonlyMap<string, Profile> = new Map(profiles.map((profile) => [profile.id, profile]));

export function profileById(id: string): Profile | null {
  return byId.get(id) ?? null;
}
