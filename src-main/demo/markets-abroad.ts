/** The marketplaces abroad of a made shop, each in its own words. The profiles say which column is which. */

import { amazonOrders } from '../importing/profiles/amazon-orders.ts';
import { amazonUnshipped } from '../importing/profiles/amazon-unshipped.ts';
import { ebayOrders } from '../importing/profiles/ebay-orders.ts';
import { lazadaOrders } from '../importing/profiles/lazada-orders.ts';
import { shopeeOrders } from '../importing/profiles/shopee-orders.ts';
import { tiktokOrders } from '../importing/profiles/tiktok-orders.ts';
import { tellsAll } from './made-order.ts';
import { digitsOf, hiddenOnly, type Market, openOnly, padded } from './market.ts';
import { masked, plainManner } from './person-cells.ts';
import { formWriter, noWords, plainMoney } from './writer.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const monthName = (moment: string): string => MONTHS[Number(moment.slice(5, 7)) - 1] ?? 'Jan';
const dollars = (minor: number): string => `$${plainMoney(minor)}`;
const isoTime = (moment: string): string => `${moment.replace(' ', 'T')}+00:00`;
const ebayDay = (moment: string): string => `${monthName(moment)}-${moment.slice(8, 10)}-${moment.slice(2, 4)}`;
const minuteTime = (moment: string): string => moment.slice(0, 16);
const lazadaTime = (moment: string): string =>
  `${moment.slice(8, 10)} ${monthName(moment)} ${moment.slice(0, 4)} ${moment.slice(11, 16)}`;

/** '03/01/2026 10:00:00 AM', with a tab behind. */
function tiktokTime(moment: string): string {
  const hour = Number(moment.slice(11, 13));
  const twelve = String(hour % 12 === 0 ? 12 : hour % 12).padStart(2, '0');
  const day = `${moment.slice(5, 7)}/${moment.slice(8, 10)}/${moment.slice(0, 4)}`;
  return `${day} ${twelve}${moment.slice(13)} ${hour < 12 ? 'AM' : 'PM'}\t`;
}

const amazonNumber: Market['numberOf'] = ({ serial }) =>
  `302-${padded(serial % 9_999_999, 7)}-${padded(1 + ((serial * 7919) % 9_999_991), 7)}`;

const amazon: Market = {
  name: 'amazon',
  marketplace: 'amazon',
  openness: hiddenOnly,
  tells: { ...tellsAll, refunded: false, partRefunded: false },
  numberOf: amazonNumber,
  writers: [
    formWriter(amazonOrders, {
      container: 'tsv',
      status: {
        unpaid: 'Pending',
        closed: 'Cancelled',
        paid: 'Unshipped',
        shipped: 'Shipped',
        completed: 'Shipped - Delivered to Buyer',
        refunded: 'Shipped - Returned to Seller',
      },
      manner: { ...plainManner, buyer: null },
      currency: 'USD',
      time: isoTime,
      put: (cells, { order, index }) => {
        const hasMoney = order.paidAt !== '';
        const shipping = index === 0 && hasMoney ? plainMoney(order.shippingMinor) : '';
        return hasMoney ? cells : { ...cells, lineAmount: '', lineDiscount: '', lineExtra: shipping };
      },
      more: ({ order, index }): Readonly<Record<string, string>> =>
        index === 0 && order.paidAt !== ''
          ? { 'item-tax': '0.00', 'shipping-price': plainMoney(order.shippingMinor) }
          : { 'item-tax': '' },
    }),
  ],
};

const amazonWaiting: Market = {
  name: 'amazon-unshipped',
  marketplace: 'amazon',
  openness: openOnly,
  tells: {
    ...tellsAll,
    unpaid: false,
    closed: false,
    refunded: false,
    partRefunded: false,
    shipped: false,
    completed: false,
  },
  numberOf: amazonNumber,
  writers: [
    formWriter(amazonUnshipped, {
      container: 'tsv',
      status: noWords,
      manner: { ...plainManner, buyer: 'email' },
      currency: 'USD',
      time: isoTime,
      more: ({ order, index }) => ({
        'item-tax': '0.00',
        'shipping-price': index === 0 ? plainMoney(order.shippingMinor) : '0.00',
      }),
    }),
  ],
};

const ebay: Market = {
  name: 'ebay',
  marketplace: 'ebay',
  openness: openOnly,
  tells: { ...tellsAll, closed: false, completed: false, refunded: false, partRefunded: false },
  numberOf: ({ serial }) =>
    `10-${padded(10_000 + (serial % 90_000), 5)}-${padded(10_000 + Math.floor(serial / 90_000), 5)}`,
  writers: [
    formWriter(ebayOrders, {
      container: 'utf8',
      status: noWords,
      manner: plainManner,
      money: dollars,
      time: ebayDay,
      above: 1,
      beneath: 1,
      sumsUp: true,
      without: ['Verkaufsprotokollnummer'],
    }),
  ],
};

const tiktok: Market = {
  name: 'tiktok',
  marketplace: 'tiktok',
  openness: [['masked', 1]],
  tells: tellsAll,
  numberOf: ({ orderedAt, serial }) => `57${digitsOf(orderedAt).slice(2, 10)}${padded(serial, 7)}1`,
  writers: [
    formWriter(tiktokOrders, {
      container: 'utf8-bom',
      status: {
        unpaid: 'Unpaid',
        closed: 'Canceled',
        paid: 'To ship',
        shipped: 'Shipped',
        completed: 'Completed',
        refunded: 'Canceled',
      },
      manner: {
        ...plainManner,
        maskName: (name) => `${masked(name, 1)} s***`,
        maskPhone: (phone) => `(+86)${phone.slice(0, 3)}****${phone.slice(-2)}`,
      },
      time: tiktokTime,
      guard: (text) => `${text}\t`,
    }),
  ],
};

const shopee: Market = {
  name: 'shopee',
  marketplace: 'shopee',
  openness: [['masked', 1]],
  tells: { ...tellsAll, partRefunded: false },
  numberOf: ({ orderedAt, serial }) => `${digitsOf(orderedAt).slice(2, 8)}K${padded(serial, 7)}`,
  writers: [
    formWriter(shopeeOrders, {
      container: 'xlsx',
      status: {
        unpaid: 'Unpaid',
        closed: 'Cancelled',
        paid: 'To ship',
        shipped: 'Shipping',
        completed: 'Completed',
        refunded: 'Cancelled',
      },
      manner: plainManner,
      time: minuteTime,
      money: (minor) => `₱${plainMoney(minor)}`,
      afterSale: (order) => (order.ending === 'refunded' ? 'Refunded' : ''),
    }),
  ],
};

const lazada: Market = {
  name: 'lazada',
  marketplace: 'lazada',
  openness: [['masked', 1]],
  tells: { ...tellsAll, unpaid: false, shipping: false },
  numberOf: ({ serial }) => `5${padded(serial, 13)}7`,
  writers: [
    formWriter(lazadaOrders, {
      container: 'xlsx',
      status: {
        unpaid: 'unpaid',
        closed: 'canceled',
        paid: 'packed',
        shipped: 'shipped',
        completed: 'delivered',
        refunded: 'returned',
      },
      manner: { ...plainManner, buyer: null },
      time: lazadaTime,
      put: (cells, { piece }) => ({ ...cells, lineNumber: `${cells.lineNumber ?? ''}${piece + 1}`, lineExtra: '0.00' }),
    }),
  ],
};

export const marketsAbroad: readonly Market[] = [amazon, amazonWaiting, ebay, tiktok, shopee, lazada];
