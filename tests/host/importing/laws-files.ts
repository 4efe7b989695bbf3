/** Small made-up exports that overlap: the same few orders in different states, masked and not, as lists and as details. */

import fc from 'fast-check';

export interface MadeFile {
  readonly name: string;
  readonly text: string;
}

interface Buyer {
  readonly nick: string;
  readonly email: string;
  readonly name: string;
  readonly phone: string;
  readonly place: string;
}

// Two share a phone, one has a second nick with the same e-mail, one is only a phone.
const buyers: readonly Buyer[] = [
  { nick: '豆豆mama', email: 'a@b.cn', name: '王予安', phone: '13800138005', place: '北京市 北京市 朝阳区 胡同12号院' },
  { nick: '豆豆papa', email: 'a@b.cn', name: '王一', phone: '13800138006', place: '北京市 北京市 朝阳区 胡同12号院' },
  { nick: 'Kevin吴', email: '', name: '吴家树', phone: '13800138005', place: '湖北省 武汉市 洪山区 大道10号' },
  { nick: '', email: '', name: '单阿姨', phone: '13800138007', place: '上海市 上海市 浦东新区 路200弄9号' },
  { nick: '', email: '', name: '吴家树', phone: '13800138005', place: '湖北省 武汉市 洪山区 大道10号' },
];

const states = ['unpaid', 'paid', 'shipped', 'completed', 'partly', 'refunded', 'closed'] as const;
type State = (typeof states)[number];

interface Seen {
  readonly order: number;
  readonly buyer: number;
  readonly state: State;
  readonly masked: boolean;
  readonly virtual: boolean;
  readonly lines: number;
}

const words: Readonly<Record<State, string>> = {
  unpaid: '等待买家付款',
  paid: '买家已付款，等待卖家发货',
  shipped: '卖家已发货，等待买家确认',
  completed: '交易成功',
  partly: '交易成功',
  refunded: '交易关闭',
  closed: '交易关闭',
};

const listHeader =
  '订单编号,买家会员名,买家支付宝账号,总金额,买家实际支付金额,订单状态,收货人姓名,收货地址,联系手机,订单创建时间,订单付款时间,宝贝标题,宝贝总数量,订单关闭原因,退款金额,确认收货时间,发货时间';
const detailHeader =
  '子订单编号,主订单编号,标题,价格,购买数量,商品属性,订单状态,商家编码,买家应付货款,买家实际支付金额,退款状态,退款金额,订单创建时间,订单付款时间';

const mask = (text: string): string => (text === '' ? '' : `${text.slice(0, 1)}**`);
const orderNumber = (order: number): string => `17931531314732935${10 + order}`;
const at = (order: number, later: number): string => `2024-05-${10 + order} 1${later}:00:00`;

function listRow({ order, buyer, state, masked, virtual }: Seen): string {
  const who = buyers[buyer] ?? { nick: '', email: '', name: '', phone: '', place: '' };
  const paid = state !== 'unpaid' && state !== 'closed';
  const total = 100 + order;
  const done = state === 'completed' || state === 'partly';
  const phone = virtual ? '15000000000-1234' : who.phone;
  const refund = state === 'refunded' ? total : state === 'partly' ? 30 : 0;
  return [
    `="${orderNumber(order)}"`,
    masked ? mask(who.nick) : who.nick,
    masked ? '' : who.email,
    `${total}.00`,
    paid && state !== 'refunded' ? `${total}.00` : '0.00',
    words[state],
    masked ? mask(who.name) : who.name,
    masked ? `${who.place.split(' ').slice(0, 3).join(' ')} ****` : who.place,
    masked ? `${phone.slice(0, 3)}****${phone.slice(7)}` : phone,
    at(order, 0),
    paid ? at(order, 1) : '',
    '茶叶',
    '2',
    state === 'closed' ? '买家未付款' : state === 'refunded' ? '退款' : '订单未关闭',
    `${refund}.00`,
    done ? at(order, 5) : '',
    done || state === 'shipped' ? at(order, 3) : '',
  ].join(',');
}

function detailRows({ order, state, lines }: Seen): readonly string[] {
  const paid = state !== 'unpaid' && state !== 'closed';
  return Array.from({ length: lines }, (_, line) => {
    const amount = 40 + line;
    const refund = state === 'refunded' || (state === 'partly' && line === 0) ? `${amount}.00` : '无退款申请';
    return [
      `="${orderNumber(order).slice(0, -1)}${line}${order}"`,
      `="${orderNumber(order)}"`,
      line === 0 ? '龙井' : '茶杯',
      `${amount}.00`,
      '1',
      '颜色：青',
      words[state],
      `SKU-${line}`,
      `${amount}.00`,
      `${amount}.00`,
      refund === '无退款申请' ? '没有申请退款' : '退款成功',
      refund,
      at(order, 0),
      paid ? at(order, 1) : '',
    ].join(',');
  });
}

const seen: fc.Arbitrary<Seen> = fc.record({
  order: fc.nat(5),
  buyer: fc.nat(buyers.length - 1),
  state: fc.constantFrom(...states),
  masked: fc.boolean(),
  virtual: fc.boolean(),
  lines: fc.integer({ min: 1, max: 3 }),
});

const oneFile = fc.record({
  kind: fc.constantFrom('list', 'list', 'detail'),
  rows: fc.uniqueArray(seen, { minLength: 1, maxLength: 6, selector: ({ order }) => order }),
});

/** Three or four files about the same few orders. */
export const madeFiles: fc.Arbitrary<readonly MadeFile[]> = fc
  .array(oneFile, { minLength: 3, maxLength: 4 })
  .map((files) =>
    files.map(({ kind, rows }, index) => ({
      name: `file${index}.csv`,
      text: [
        kind === 'list' ? listHeader : detailHeader,
        ...rows.flatMap((row) => (kind === 'list' ? [listRow(row)] : detailRows(row))),
      ].join('\r\n'),
    })),
  );
