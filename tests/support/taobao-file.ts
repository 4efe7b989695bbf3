/** A made-up Taobao order list of any length, for tests about speed and crashes: the columns of 2021, UTF-8 with a mark. */

import { closeSync, openSync, writeSync } from 'node:fs';

const header = [
  '订单编号',
  '买家会员名',
  '买家支付宝账号',
  '买家应付货款',
  '买家应付邮费',
  '总金额',
  '买家实际支付金额',
  '订单状态',
  '买家留言',
  '收货人姓名',
  '收货地址 ',
  '运送方式',
  '联系手机',
  '订单创建时间',
  '订单付款时间 ',
  '宝贝标题 ',
  '宝贝种类 ',
  '物流单号 ',
  '物流公司',
  '订单备注',
  '宝贝总数量',
  '店铺Id',
  '店铺名称',
  '订单关闭原因',
  '退款金额',
];

const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何';
const given = '明芳伟娜敏静强磊洋艳勇军杰娟涛超霞平刚桂';
const goods = ['龙井绿茶 明前', '白瓷盖碗', '桂花乌龙 250g', '竹编茶席', '亚麻茶巾', '老白茶饼'];
const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12'];

const two = (value: number): string => String(value).padStart(2, '0');
const pick = (from: string | readonly string[], at: number): string => from[at % from.length] ?? '';

export interface TaobaoFileOptions {
  readonly orders: number;
  /** Orders a customer has on average. Default 3. */
  readonly perBuyer?: number;
  /** Number of the first order, so that two files overlap or do not. Default 0. */
  readonly first?: number;
  readonly shop?: string;
}

function row(number: number, options: TaobaoFileOptions): string {
  const buyer = number % Math.max(1, Math.floor(options.orders / (options.perBuyer ?? 3)));
  const name = pick(surnames, buyer) + pick(given, buyer >> 2) + pick(given, buyer >> 5);
  const day = `${2023 + (number % 3)}-${pick(months, number >> 2)}-${two(1 + (number % 28))}`;
  const clock = `${two(number % 24)}:${two(number % 60)}:${two((number * 7) % 60)}`;
  const amount = `${20 + (number % 300)}.${two((number * 13) % 100)}`;
  const cells = [
    `="${1_700_000_000_000_000_000n + BigInt(number) * 97n}"`,
    `茶客${buyer}`,
    '',
    amount,
    '0.00',
    amount,
    amount,
    number % 50 === 0 ? '交易关闭' : '交易成功',
    '',
    name,
    `浙江省 杭州市 西湖区 假想路${buyer}号(310000)`,
    '快递',
    `'1390${String(1_000_000 + buyer).padStart(7, '0')}`,
    `${day} ${clock}`,
    number % 50 === 0 ? '' : `${day} ${clock}`,
    pick(goods, number),
    '1',
    `No:YT${number}`,
    '圆通速递',
    '',
    '1',
    '0',
    options.shop ?? '山岚茶铺',
    number % 50 === 0 ? '买家未付款' : '订单未关闭',
    '0.00',
  ];
  return cells.map((cell) => (cell.startsWith('=') ? cell : `"${cell}"`)).join(',');
}

/** Writes the file and gives its path back. The same options make the same file. */
export function writeTaobaoFile(path: string, options: TaobaoFileOptions): string {
  const file = openSync(path, 'w');
  try {
    writeSync(file, `\uFEFF${header.map((name) => `"${name}"`).join(',')}\r\n`);
    const first = options.first ?? 0;
    for (let at = 0; at < options.orders; at += 1000) {
      const rows: string[] = [];
      for (let number = at; number < Math.min(options.orders, at + 1000); number += 1)
        rows.push(row(first + number, options));
      writeSync(file, `${rows.join('\r\n')}\r\n`);
    }
  } finally {
    closeSync(file);
  }
  return path;
}
