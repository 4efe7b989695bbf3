/** The marketplaces we know. `other` is any file the owner mapped by hand. */

export const marketplaces = ['taobao', 'shopify', 'other'] as const;
export type Marketplace = (typeof marketplaces)[number];

export const marketplaceNames: Readonly<Record<Marketplace, { readonly zh: string; readonly en: string }>> = {
  taobao: { zh: '淘宝、天猫', en: 'Taobao / Tmall' },
  shopify: { zh: 'Shopify', en: 'Shopify' },
  other: { zh: '其他', en: 'Other' },
};

export function isMarketplace(text: string): text is Marketplace {
  return marketplaces.some((known) => known === text);
}
