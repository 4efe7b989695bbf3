import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assemblePart } from '../../../../src-main/importing/normalise/assemble-part.ts';
import { normaliserFor } from '../../../../src-main/importing/normalise/normalise-row.ts';
import { orderValues } from '../../../../src-main/importing/order-values.ts';
import { rankProfiles } from '../../../../src-main/importing/profiles/rank.ts';
import { foldAlone, standsAlone } from '../../../../src-main/importing/singles/fold-alone.ts';
import { foldOrder } from '../../../../src-main/ledger/fold-order.ts';

const columns: Readonly<Record<string, readonly string[]>> = {
  订单编号: ['1793153131473293510'],
  买家会员名: ['豆豆mama', '豆**', ''],
  买家支付宝账号: ['a@b.cn', '13800138000', '138****8000', ''],
  总金额: ['128.50', '0.00', ''],
  买家实际支付金额: ['128.50', '100.00', '0.00', ''],
  退款金额: ['0.00', '20.00', '128.50', '无退款申请', ''],
  订单状态: ['交易成功', '交易关闭', '等待买家付款', '买家已付款，等待卖家发货', '卖家已发货，等待买家确认', '别的'],
  订单关闭原因: ['订单未关闭', '退款', '买家未付款', ''],
  收货人姓名: ['王予安', '王**', ''],
  收货地址: ['浙江省 杭州市 西湖区 文三路1号(310000)', '文三路1号', ''],
  联系手机: ["'13800138000", '138****8000', '13800138000-1234', ''],
  订单创建时间: ['2025-03-03 09:00:00', ''],
  订单付款时间: ['2025-03-03 09:01:00', ''],
  确认收货时间: ['2025-03-09 10:00:00', ''],
  宝贝标题: ['茶叶', ''],
  宝贝总数量: ['2', ''],
  买家留言: ['快点', ''],
};
const header = Object.keys(columns);

describe('the fold of a row that stands alone', () => {
  it('is the fold of its part', () => {
    const mapping = rankProfiles(header)[0]?.mapping;
    if (mapping === undefined) throw new Error('no profile fits');
    const read = normaliserFor(header, mapping);
    const row = fc.tuple(...Object.values(columns).map((words) => fc.constantFrom(...words)));
    let alone = 0;
    fc.assert(
      fc.property(row, (cells) => {
        const { statement } = read({ row: 2, cells });
        if (statement === null) return;
        expect(standsAlone(statement)).toBe(true);
        alone += 1;
        const folded = foldOrder([assemblePart([statement], 'order').part]);
        const { status, counts, netMinor } = foldAlone(statement);
        expect(folded).toMatchObject({ status, counts, netMinor });
        if (folded === null) return;
        expect(orderValues({ ...folded, ...statement, status, counts, netMinor, lines: folded.lines })).toEqual(
          orderValues(folded),
        );
        expect(folded.lines).toEqual([
          {
            lineNumber: null,
            title: statement.itemsText,
            spec: null,
            sku: null,
            quantity: statement.quantity,
            unitPriceMinor: null,
            amountMinor: statement.totalMinor,
            refundMinor: null,
            statusWord: null,
          },
        ]);
      }),
      { numRuns: 2000 },
    );
    expect(alone).toBeGreaterThan(1000);
  });
});
