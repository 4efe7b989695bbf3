/** The marketplaces we know. `other` is any file the owner mapped by hand; `hand`: what he typed in, order by order. */

export const marketplaces = [
  'taobao',
  'jd',
  'pinduoduo',
  'douyin',
  'kuaishou',
  'xiaohongshu',
  'wechat',
  '1688',
  'youzan',
  'weidian',
  'shopify',
  'woocommerce',
  'amazon',
  'ebay',
  'etsy',
  'tiktok',
  'shopee',
  'lazada',
  'hand',
  'other',
] as const;
export type Marketplace = (typeof marketplaces)[number];

export const marketplaceNames: Readonly<Record<Marketplace, { readonly zh: string; readonly en: string }>> = {
  taobao: { zh: '淘宝、天猫', en: 'Taobao / Tmall' },
  jd: { zh: '京东', en: 'JD' },
  pinduoduo: { zh: '拼多多', en: 'Pinduoduo' },
  douyin: { zh: '抖店', en: 'Douyin' },
  kuaishou: { zh: '快手小店', en: 'Kuaishou' },
  xiaohongshu: { zh: '小红书', en: 'Xiaohongshu' },
  wechat: { zh: '微信小店', en: 'WeChat shop' },
  1688: { zh: '1688', en: '1688' },
  youzan: { zh: '有赞', en: 'Youzan' },
  weidian: { zh: '微店', en: 'Weidian' },
  shopify: { zh: 'Shopify', en: 'Shopify' },
  woocommerce: { zh: 'WooCommerce', en: 'WooCommerce' },
  amazon: { zh: '亚马逊', en: 'Amazon' },
  ebay: { zh: 'eBay', en: 'eBay' },
  etsy: { zh: 'Etsy', en: 'Etsy' },
  tiktok: { zh: 'TikTok Shop', en: 'TikTok Shop' },
  shopee: { zh: 'Shopee', en: 'Shopee' },
  lazada: { zh: 'Lazada', en: 'Lazada' },
  hand: { zh: '手工记的', en: 'By hand' },
  other: { zh: '其他', en: 'Other' },
};

export function isMarketplace(text: string): text is Marketplace {
  return marketplaces.some((known) => known === text);
}
