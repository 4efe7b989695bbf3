/** Small Taobao order lists about a few people, for the tests of who is who. */

import type { Book } from '../importing/imports-at-hand.ts';

export interface MadeOrder {
  /** Two digits: the end of the order number. */
  readonly order: number;
  readonly nick: string;
  readonly name: string;
  readonly phone: string;
  readonly mail?: string;
  readonly place?: string;
  readonly paid?: number;
  readonly day?: string;
}

const header =
  '订单编号,买家会员名,买家支付宝账号,总金额,买家实际支付金额,订单状态,收货人姓名,收货地址,联系手机,订单创建时间,订单付款时间,宝贝标题,宝贝总数量,订单关闭原因,退款金额,确认收货时间,发货时间';

function rowOf({
  order,
  nick,
  name,
  phone,
  mail = '',
  place = '北京市 北京市 朝阳区 ****',
  paid = 100,
  day,
}: MadeOrder): string {
  const date = day ?? `2024-05-${String((order % 28) + 1).padStart(2, '0')}`;
  return [
    `="17931531314732935${order}"`,
    nick,
    mail,
    `${paid}.00`,
    `${paid}.00`,
    '交易成功',
    name,
    place,
    phone,
    `${date} 10:00:00`,
    `${date} 10:05:00`,
    '茶叶',
    '1',
    '订单未关闭',
    '0.00',
    `${date} 19:00:00`,
    `${date} 12:00:00`,
  ].join(',');
}

export function orderFile(orders: readonly MadeOrder[]): string {
  return [header, ...orders.map(rowOf)].join('\r\n');
}

/** Order numbers' ends of each customer, by anchors. */
export const people = (book: Book): readonly string[] =>
  (
    book.all(
      `select group_concat(substr(order_number, -2), ' ' order by order_number)
       from customer join shop_order using (customer_id) join order_key using (order_id)
       group by customer_id order by 1`,
    ) as [string][]
  ).map(([orders]) => orders);
