import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanCell } from '../../../src-main/importing/normalise/clean-cell.ts';
import { readAddress, readReceiver } from '../../../src-main/importing/normalise/read-address.ts';
import { readMoney } from '../../../src-main/importing/normalise/read-money.ts';
import { isGuarded, readOrderNumber } from '../../../src-main/importing/normalise/read-order-number.ts';
import { readStatus, saysRefunded, statusReader } from '../../../src-main/importing/normalise/read-status.ts';
import { type DateOrder, readTime } from '../../../src-main/importing/normalise/read-time.ts';
import { formatMinor, minorOf, plainMinor } from '../../../src-shared/money.ts';

describe('cleaning a cell', () => {
  it.each([
    ['="1793153131473293579"', '1793153131473293579'],
    ['=""', ''],
    ['\t6917926768823643751', '6917926768823643751'],
    ["'13800138008", '13800138008'],
    ["''quoted", "'quoted"],
    ['\u3000\u200b 张三\ufeff ', '张三'],
    ['张\u202e三', '张三'],
    ['测\u0000试', '测试'],
    ['-', ''],
    ['—', ''],
    ['/', ''],
    ['=1+1', '=1+1'],
  ])('takes the wrapping off %j', (cell, words) => {
    expect(cleanCell(cell)).toBe(words);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', ' ', '"', '=', '茶', '\t', '-') }), (text) => {
        const once = cleanCell(text);
        fc.pre(!once.startsWith('="') && !once.startsWith("'"));
        expect(cleanCell(once)).toBe(once);
      }),
    );
  });
});

describe('reading money', () => {
  const minor = (text: string, currency = 'CNY'): number | string => {
    const read = readMoney(text, currency);
    return read.kind === 'amount' ? read.minor : read.kind;
  };

  it('gives back every amount it has written, in all spellings', () => {
    const amount = fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }).map(minorOf);
    const currency = fc.constantFrom('CNY', 'JPY', 'KWD');
    fc.assert(
      fc.property(amount, currency, (value, code) => {
        const plain = plainMinor(value, code);
        const spellings = [
          plain,
          formatMinor(value, code),
          `￥${plain}`,
          `${plain}元`,
          `¥ ${formatMinor(value, code)}`,
          plain.replace(/[\d.-]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
        ];
        for (const spelling of spellings) expect([spelling, minor(spelling, code)]).toEqual([spelling, value]);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['1,280.50', 128050],
    ['1，280.50', 128050],
    ['0元', 0],
    ['(1.00)', -100],
    ['-12.00', -1200],
    ['12.00-', -1200],
    ['￥-12', -1200],
    ['128.5000', 12850],
    ['.5', 50],
    ['116,99 €', 11699],
    ['499.00（系统计算中，该值仅供参考）', 49900],
    ['无退款申请', 'none'],
    ['', 'none'],
    ['12.345', 'too-precise'],
    ['12.3.4', 'unreadable'],
    ['1,2,3', 'unreadable'],
    ['1.28E+2', 'unreadable'],
    ['--5', 'unreadable'],
    ['#REF!', 'unreadable'],
    ['免费', 'unreadable'],
    ['99999999999999999', 'unreadable'],
  ])('%j is %j', (text, expected) => {
    expect(minor(text)).toBe(expected);
  });
});

describe('reading a moment', () => {
  const time = (text: string, order: DateOrder = 'ymd'): string => {
    const read = readTime(text, order);
    return read.kind === 'time' ? `${read.time}${read.ambiguous ? '?' : ''}` : read.kind;
  };

  it.each([
    ['2016/5/23 22:02', '2016-05-23 22:02:00'],
    ['2025-03-03 09:12:07', '2025-03-03 09:12:07'],
    ['2025年3月3日', '2025-03-03 00:00:00'],
    ['2025年3月3日 9时5分', '2025-03-03 09:05:00'],
    ['2026-01-02T03:04:05+08:00', '2026-01-02 03:04:05'],
    ['2026-01-02T03:04:05.123Z', '2026-01-02 03:04:05'],
    ['2024-05-01 10:00:00 +0000', '2024-05-01 10:00:00'],
    ['20260102', '2026-01-02 00:00:00'],
    ['04 Jul 2022 11:46', '2022-07-04 11:46:00'],
    ['Sep 30, 2026', '2026-09-30 00:00:00'],
    ['25/06/2026 13:03:57', '2026-06-25 13:03:57'],
    ['03/01/2026 10:00:00 PM', '2026-03-01 22:00:00?'],
    ['1986-05-04 02:30:00', '1986-05-04 02:30:00'],
    ['', 'none'],
    ['2026-02-30', 'unreadable'],
    ['2026-13-01', 'unreadable'],
    ['Mar-02-25', '2025-03-02 00:00:00'],
    ['10-Dez-25', '2025-12-10 00:00:00'],
    ['13/08/25', '2013-08-25 00:00:00'],
    ['25/8/14 9:12', '2025-08-14 09:12:00'],
    ['08/09/25', '2025-08-09 00:00:00?'],
    ['08/14/25', '2025-08-14 00:00:00'],
    ['0001-01-01 00:00:00', 'none'],
    ['0000-00-00 00:00:00', 'none'],
    ['1970-01-01 08:00:00', 'none'],
    ['1899-12-31', 'unreadable'],
    ['9999-12-31', 'unreadable'],
    ['2026-12-31 23:59:60', 'unreadable'],
    ['24:00:00', 'unreadable'],
    ['1767294245', 'unreadable'],
    ['昨天', 'unreadable'],
  ])('%j is %j', (text, expected) => {
    expect(time(text)).toBe(expected);
  });

  it('takes day and month in the order of the mapping', () => {
    expect([time('03/04/2026', 'dmy'), time('03/04/2026', 'mdy'), time('13/04/2026', 'mdy')]).toEqual([
      '2026-04-03 00:00:00',
      '2026-03-04 00:00:00',
      'unreadable',
    ]);
  });
});

describe('reading an order number', () => {
  const number = (text: string, whole = false): string => {
    const read = readOrderNumber(text, whole);
    return read.kind === 'number' ? read.value : read.code;
  };

  it.each([
    ['1793153131473293579', '1793153131473293579'],
    ['110000000000000', '110000000000000'],
    ['0012', '0012'],
    ['P123-456', 'P123-456'],
    ['123.0', '123'],
    ['', 'order-number-missing'],
    ['1.79315E+18', 'order-number-scientific'],
    ['2.02E18', 'order-number-scientific'],
    ['261121000000000000', 'order-number-zeroed-tail'],
    ['两\n行', 'order-number-unreadable'],
    ['###', 'order-number-unreadable'],
  ])('%j is %j', (text, expected) => {
    expect(number(text)).toBe(expected);
  });

  it('believes zeros at the end of a number that is marked as text', () => {
    expect(number('261121000000000000', true)).toBe('261121000000000000');
    expect(['="261121000000000000"', "'26", '\t26', '26\t', '26'].map(isGuarded)).toEqual([
      true,
      true,
      true,
      true,
      false,
    ]);
  });
});

describe('reading a status', () => {
  it.each([
    ['买家已付款，等待卖家发货', 'paid'],
    ['买家已付款,等待卖家发货', 'paid'],
    ['卖家已发货｜｜｜等待买家确认', 'shipped'],
    ['交易成功', 'completed'],
    ['交易关闭', 'closedOrRefunded'],
    ['等待买家付款', 'unpaid'],
    ['付款以后用户退款成功，交易自动关闭', 'refunded'],
    ['Completed', 'completed'],
    ['外星状态', null],
  ])('%j is %j', (word, stage) => {
    expect(readStatus(word)).toBe(stage);
  });

  it('tells a refund that went through from one that did not', () => {
    const back = [
      '退款成功',
      '同意退款，退款成功',
      '售后完成',
      '退款完成',
      '全额退款成功',
      'Refund Completed',
      '未发货，退款成功',
    ];
    const not = [
      '退款关闭',
      '没有申请退款',
      '卖家拒绝退款',
      '部分退款成功',
      '同意退款，退款失败',
      '售后处理中',
      '无售后',
    ];
    expect(back.filter((word) => !saysRefunded(word))).toEqual([]);
    expect(not.filter(saysRefunded)).toEqual([]);
  });

  it('gives an export its own meaning of a word', () => {
    const here = statusReader({ '(删除)等待出库': 'closedOrRefunded', 已签收: 'completed' });
    expect([' (删除)等待出库', '（删除）等待出库', '已签收', '待发货'].map(here)).toEqual([
      'closedOrRefunded',
      'closedOrRefunded',
      'completed',
      'paid',
    ]);
    expect(readStatus('已签收')).toBe('shipped');
  });
});

describe('reading an address', () => {
  it.each([
    ['福建省 厦门市 思明区 假想街1号(361000)', '福建省', '厦门市', '思明区'],
    ['上海 上海市 浦东新区 示范路200弄', '上海市', '上海市', '浦东新区'],
    ['北京市 北京市 朝阳区 样例胡同12号院', '北京市', '北京市', '朝阳区'],
    ['广东深圳市福田区假想路1号', '广东省', '深圳市', '福田区'],
    ['重庆市渝北区翠苑新村', '重庆市', '重庆市', '渝北区'],
    ['新疆维吾尔自治区 石河子市 某团场', '新疆维吾尔自治区', '石河子市', null],
    ['广东省 东莞市 **', '广东省', '东莞市', null],
    ['吉林大路1号', null, null, null],
    ['1 High Street, London', null, null, null],
  ])('%j', (printed, province, city, district) => {
    expect(readAddress(printed)).toEqual({ province, city, district, address: printed });
  });

  it('takes name and phone out of the cell that holds all three', () => {
    expect(readReceiver('赵**，86-138****8002，江苏省 苏州市 姑苏区 样本街道**** ，')).toEqual({
      receiverName: '赵**',
      receiverPhone: '138****8002',
      province: '江苏省',
      city: '苏州市',
      district: '姑苏区',
      address: '江苏省 苏州市 姑苏区 样本街道****',
    });
    expect(readReceiver('广东省 深圳市，南山区，某路')).toBeNull();
  });
});
