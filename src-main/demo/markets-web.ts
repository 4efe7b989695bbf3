/** The web shops of a made shop: Shopify, WooCommerce and its plugins, Etsy. The profiles say which column is which. */

import { etsyLines } from '../importing/profiles/etsy-lines.ts';
import { etsyOrders } from '../importing/profiles/etsy-orders.ts';
import { shopifyOrders } from '../importing/profiles/shopify-orders.ts';
import { woocommerceAnalytics } from '../importing/profiles/woocommerce-analytics.ts';
import { woocommerceOrders } from '../importing/profiles/woocommerce-orders.ts';
import { woocommerceSuite } from '../importing/profiles/woocommerce-suite.ts';
import type { OpennessWeights } from './crowd.ts';
import { sumsOf, tellsAll } from './made-order.ts';
import { type Market, openOnly } from './market.ts';
import { type Manner, plainManner } from './person-cells.ts';
import { formWriter, plainMoney } from './writer.ts';

const withZone = (moment: string): string => `${moment} +0800`;
const etsyDay = (moment: string): string => `${moment.slice(5, 7)}/${moment.slice(8, 10)}/${moment.slice(2, 4)}`;
const byMail: Manner = { ...plainManner, buyer: 'email' };
const someGuests: OpennessWeights = [
  ['open', 94],
  ['hidden', 6],
];

const shopify: Market = {
  name: 'shopify',
  marketplace: 'shopify',
  openness: someGuests,
  tells: { ...tellsAll, completed: false },
  numberOf: ({ serial }) => `#${1000 + serial}`,
  writers: [
    formWriter(shopifyOrders, {
      container: 'utf8',
      status: {
        unpaid: 'pending',
        closed: 'voided',
        paid: 'paid',
        shipped: 'paid',
        completed: 'paid',
        refunded: 'refunded',
      },
      manner: byMail,
      currency: 'USD',
      time: withZone,
      put: (cells, { order }) => {
        const isSent = order.shippedAt !== '';
        const isPart = order.ending !== 'refunded' && sumsOf(order).refund > 0;
        const cancelled = order.ending === 'closed' ? { cancelledAt: withZone(order.orderedAt) } : {};
        const sent = { fulfilment: isSent ? 'fulfilled' : 'unfulfilled', ...cancelled, outstanding: '0.00' };
        const isFirst = cells.status !== undefined;
        return isFirst ? { ...cells, ...sent, ...(isPart ? { status: 'partially_refunded' } : {}) } : cells;
      },
    }),
  ],
};

const wooWords = {
  unpaid: 'pending',
  closed: 'cancelled',
  paid: 'processing',
  shipped: 'processing',
  completed: 'completed',
  refunded: 'refunded',
} as const;

const woocommerce: Market = {
  name: 'woocommerce',
  marketplace: 'woocommerce',
  openness: openOnly,
  tells: { ...tellsAll, shipped: false },
  numberOf: ({ serial }) => String(2000 + serial),
  writers: [
    formWriter(woocommerceOrders, {
      container: 'utf8-bom',
      status: wooWords,
      manner: byMail,
      currency: 'USD',
      // These plugins have no column for when it was paid.
      without: ['Paid Date'],
    }),
  ],
};

const analytics: Market = {
  ...woocommerce,
  name: 'woocommerce-analytics',
  tells: { ...tellsAll, shipped: false, refunded: false, partRefunded: false, shipping: false },
  writers: [
    formWriter(woocommerceAnalytics, {
      container: 'utf8-bom',
      status: wooWords,
      manner: plainManner,
      put: (cells, { order }) => ({
        ...cells,
        itemsText: order.lines.map((line) => `${line.quantity}× ${line.good.title}`).join(', '),
      }),
    }),
  ],
};

const suite: Market = {
  ...woocommerce,
  name: 'woocommerce-suite',
  writers: [
    formWriter(woocommerceSuite, {
      container: 'utf8',
      status: wooWords,
      manner: byMail,
      currency: 'USD',
      put: (cells) => ({ ...cells, itemsText: '' }),
      more: ({ order }) =>
        Object.fromEntries(
          order.lines.map((line, at) => [
            `order_item_${at + 1}`,
            `name:${line.good.title}|quantity:${line.quantity}|total:${plainMoney(line.dueMinor)}|sku:${line.good.sku}`,
          ]),
        ),
    }),
  ],
};

const etsyNumber: Market['numberOf'] = ({ serial }) => String(3_100_000_000 + serial);
const etsy: Market = {
  name: 'etsy',
  marketplace: 'etsy',
  openness: someGuests,
  tells: { ...tellsAll, refunded: false },
  numberOf: etsyNumber,
  writers: [
    formWriter(etsyOrders, {
      container: 'utf8',
      status: {
        unpaid: 'Unpaid',
        closed: 'Canceled',
        paid: 'Paid',
        shipped: 'Shipped',
        completed: 'Completed',
        refunded: 'Refunded',
      },
      manner: { ...plainManner, buyer: 'nameAndId' },
      currency: 'USD',
      time: etsyDay,
      put: (cells, { order }) => {
        const { total, refund } = sumsOf(order);
        return { ...cells, remaining: refund > 0 ? plainMoney(total - refund) : '0.00' };
      },
    }),
  ],
};

const etsyThings: Market = {
  ...etsy,
  name: 'etsy-lines',
  tells: { ...tellsAll, closed: false, completed: false, refunded: false, partRefunded: false },
  writers: [
    formWriter(etsyLines, {
      container: 'utf8-bom',
      status: wooWords,
      manner: { ...plainManner, buyer: 'nameAndId' },
      currency: 'USD',
      time: etsyDay,
    }),
  ],
};

export const webShops: readonly Market[] = [shopify, woocommerce, analytics, suite, etsy, etsyThings];
