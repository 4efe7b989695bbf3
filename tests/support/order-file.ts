/** Small Taobao order lists for tests: a few columns, one shop, whatever notes, amounts and days a test wants. */

export interface OrderRow {
  readonly number: string;
  readonly nick: string;
  readonly at: string;
  readonly paid?: string;
  readonly sellerNote?: string;
  readonly buyerNote?: string;
  readonly status?: string;
  readonly phone?: string;
  readonly receiver?: string;
  readonly item?: string;
}

const header =
  '订单编号,买家会员名,总金额,买家实际支付金额,订单状态,收货人姓名,收货地址,联系手机,订单创建时间,订单付款时间,宝贝标题,宝贝总数量,订单关闭原因,退款金额,买家留言,订单备注';

function line({
  number,
  nick,
  at,
  paid = '10.00',
  sellerNote = '',
  buyerNote = '',
  status = '交易成功',
  phone = '',
  receiver = '王予安',
  item = '茶叶',
}: OrderRow): string {
  const isPaid = status !== '等待买家付款';
  return [
    `="${number}"`,
    nick,
    paid,
    isPaid ? paid : '0.00',
    status,
    receiver,
    '浙江省 杭州市 西湖区 假想路1号',
    phone,
    at,
    isPaid ? at : '',
    item,
    '1',
    '订单未关闭',
    '0.00',
    buyerNote,
    sellerNote,
  ].join(',');
}

export function orderFile(rows: readonly OrderRow[], notice: readonly string[] = []): string {
  return [...notice, header, ...rows.map(line)].join('\r\n');
}

/** The nth order: its number has as many digits as real ones. */
export function orderNumber(index: number): string {
  return `17931531314732${10_000 + index}`;
}
