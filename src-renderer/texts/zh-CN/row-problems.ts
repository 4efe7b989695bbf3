/** 每种行问题的短名字，列在试算左边；整句话在 row-problem-texts 里。 */

import type { RowProblemCode } from '../../../src-shared/row-problem.ts';

export const rowProblems = {
  'order-number-missing': '没有订单编号',
  'order-number-scientific': '订单编号被改成科学计数',
  'order-number-zeroed-tail': '订单编号末尾被改成 0',
  'order-number-unreadable': '订单编号读不懂',
  'amount-unreadable': '金额读不懂',
  'amount-too-precise': '金额小数位太多',
  'time-unreadable': '时间读不懂',
  'row-too-short': '这行的格子少了',
  'row-too-long': '这行的格子多了',
  'cell-too-long': '一格里的字太多',
  'quantity-unreadable': '数量读不懂',
  'line-number-damaged': '子订单编号被改坏',
  'status-unknown': '没见过的订单状态',
  'time-ambiguous': '日期写法有两种读法',
  'phone-virtual': '虚拟号，会过期',
  'text-garbled': '有乱码',
  'formula-error': '公式报错',
  'total-row': '合计行没有入账',
  'repeated-header': '重复的表头没有入账',
  'empty-row': '空行',
  'currency-mixed': '一单里有两种货币',
  'order-left-out': '同一单的另一行被拦下',
  'order-first-row-missing': '订单的第一行不在文件里',
  'order-rows-disagree': '同一单几行说法不一',
  'amount-left-out': '单价读不懂，先空着',
  'time-left-out': '发货或完成时间读不懂',
  'note-row': '说明文字没有入账',
} as const satisfies Readonly<Record<RowProblemCode, string>>;
