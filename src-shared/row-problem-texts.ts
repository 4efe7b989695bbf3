/** What is wrong with a row, in the owner's words: what happened, what we did meanwhile, what to do. One sentence pair per code. */

import type { RowProblem, RowProblemCode } from './row-problem.ts';

export interface RowProblemText {
  readonly zh: string;
  readonly en: string;
}

export const rowProblemTexts: Readonly<Record<RowProblemCode, RowProblemText>> = {
  'order-number-missing': {
    zh: '这一行没有订单编号，先没有导入。请在原文件里补上编号，或重新导出后再试。',
    en: 'This row has no order number, so it was left out. Add the number in the file, or export the file again.',
  },
  'order-number-scientific': {
    zh: '订单编号被表格软件改成了科学计数法（如 1.79E+18），后面的数字已经丢失，先没有导入。请从后台重新导出，不要用 Excel 打开后再保存。',
    en: 'A spreadsheet turned this order number into scientific notation (like 1.79E+18) and lost its last digits, so the row was left out. Export the file again and do not save it from Excel.',
  },
  'order-number-zeroed-tail': {
    zh: '订单编号第 15 位以后全是 0，多半是表格软件改坏的，先没有导入，以免把不同的订单混在一起。请从后台重新导出原文件。',
    en: 'Everything after the 15th digit of this order number is zero, most likely rounded by a spreadsheet. The row was left out so that different orders are not mixed up. Export the original file again.',
  },
  'order-number-unreadable': {
    zh: '这一格不像订单编号，先没有导入。请核对原文件，或在“对应列”里换一列。',
    en: 'This cell does not look like an order number, so the row was left out. Check the file, or choose another column in the mapping.',
  },
  'order-number-zero-lost': {
    zh: '这份文件的订单编号有开头的 0，这一个却短了几位，多半是表格软件把开头的 0 去掉了，先没有导入。请对照后台改好这一格，或重新导出。',
    en: 'Order numbers in this file begin with zeros, but this one is shorter: a spreadsheet has most likely dropped them, so the row was left out. Correct the cell from the marketplace’s back office, or export the file again.',
  },
  'amount-unreadable': {
    zh: '金额读不懂，这一行先没有导入，也没有替您猜。请改成像 128.50 这样的数字。',
    en: 'This amount cannot be read. The row was left out and nothing was guessed. Write it as a number such as 128.50.',
  },
  'amount-too-precise': {
    zh: '金额的小数位比这种货币多，四舍五入会改掉您的账，这一行先没有导入。请在原文件里改好。',
    en: 'This amount has more decimals than its currency allows. Rounding would change your books, so the row was left out. Correct it in the file.',
  },
  'time-unreadable': {
    zh: '下单或付款时间读不懂，这一行先没有导入，也没有替您猜日期。请改成像 2025-03-03 09:12:07 这样的写法。',
    en: 'The order or payment time cannot be read. The row was left out and no date was guessed. Write it like 2025-03-03 09:12:07.',
  },
  'row-too-short': {
    zh: '这一行的格子比表头少，可能错了位，先没有导入。请在原文件里核对这一行。',
    en: 'This row has fewer cells than the header and may be shifted, so it was left out. Check the row in the file.',
  },
  'row-too-long': {
    zh: '这一行比表头多出了有内容的格子，可能错了位，先没有导入。常见原因是文字里的逗号没有加引号，请核对。',
    en: 'This row has filled cells beyond the header and may be shifted, so it was left out. A common cause is a comma in a text without quotes; please check the row in the file.',
  },
  'cell-too-long': {
    zh: '这一格的文字太长（超过 32,768 个字），可能是引号没有合上，这一行先没有导入。请核对原文件。',
    en: 'This cell is too long (over 32,768 characters), perhaps because a quote never closes. The row was left out. Check the file.',
  },
  'columns-shifted': {
    zh: '从这一列起，格子里的内容像是隔壁列的：这一行错了位，先没有导入，以免把金额、时间和电话张冠李戴。请在原文件里核对这一行，或重新导出。',
    en: 'From this column on, the cells look like those of a neighbouring column: the row is shifted and was left out, so that amounts, times and phones are not mixed up. Check the row in the file, or export the file again.',
  },
  'last-record-cut': {
    zh: '文件写到这一行的这一格就断了，后面的都没有了：多半是下载或拷贝时断的。这一行先没有导入，前面的行照常；它后面也可能还有订单。请重新下载整份文件再导入一次。',
    en: 'The file breaks off in this cell: it was probably cut off while it was downloaded or copied. This row was left out and the rows before it are fine, but more orders may have followed. Download the whole file again and import it.',
  },
  'number-scientific': {
    zh: '这个号码被表格软件改成了科学计数法，后面的数字已经丢失。订单照常导入，这一格先空着，不会拿它认人。',
    en: 'A spreadsheet turned this number into scientific notation and lost its last digits. The order was imported with this cell left blank; it is not used to recognise anybody.',
  },
  'number-zeroed-tail': {
    zh: '这个号码第 15 位以后全是 0，多半是表格软件改坏的。订单照常导入，这一格先空着，不会拿它认人。',
    en: 'Everything after the 15th digit of this number is zero, most likely rounded by a spreadsheet. The order was imported with this cell left blank; it is not used to recognise anybody.',
  },
  'leading-zero-lost': {
    zh: '这个号码少了开头的 0，多半是表格软件去掉的。订单照常导入，号码按文件里的原样保留，没有替您补。',
    en: 'The zero at the beginning of this number is missing, most likely dropped by a spreadsheet. The order was imported with the number as it is in the file; nothing was added.',
  },
  'quantity-unreadable': {
    zh: '数量读不懂，订单照常导入，数量先空着。需要的话请在原文件里改好再导入一次。',
    en: 'The quantity cannot be read. The order was imported with its quantity left blank. Correct the file and import it again if you need it.',
  },
  'amount-left-out': {
    zh: '这个单价读不懂，订单照常导入，单价先空着；订单金额不受影响。',
    en: 'This unit price cannot be read. The order was imported without it; the order amount is not affected.',
  },
  'time-left-out': {
    zh: '发货或完成时间读不懂，订单照常导入，这个时间先空着。需要的话请改好再导入一次。',
    en: 'The shipping or completion time cannot be read. The order was imported without it. Correct the file and import it again if you need it.',
  },
  'line-number-damaged': {
    zh: '子订单编号被表格软件改坏了，这件商品照常导入，只是不用这个编号认它。最好从后台重新导出。',
    en: 'A spreadsheet damaged the number of this order line. The item was imported, but without this number. It is better to export the file again.',
  },
  'status-unknown': {
    zh: '这个订单状态我们还不认识，订单照常导入，先按付款和退款金额判断；表里只有状态能说明付没付过钱的，先不算付过。原来的文字会保留。',
    en: 'We do not know this order status yet. The order was imported and judged by its payment and refund; where only the status says whether it was paid, it does not count as paid for now. The original words are kept.',
  },
  'time-ambiguous': {
    zh: '这个日期分不清月和日，先按“月/日/年”读了。如果不对，请在“对应列”里选日期的写法。',
    en: 'Day and month of this date cannot be told apart; it was read as month/day/year. If that is wrong, choose the date order in the mapping.',
  },
  'date-written-otherwise': {
    zh: '这个日期的写法和文件里别的日期不一样（年份写在最后），可能被表格软件改过。已经按“对应列”里选的月、日次序读了，请核对月和日有没有对调。',
    en: 'This date is written differently from the others in the file (its year comes last); a spreadsheet may have changed it. It was read in the date order chosen in the mapping; check that day and month are not swapped.',
  },
  'date-swapped': {
    zh: '把月和日对调过来，这个日期才和同一单的其他时间（或前后几行）对得上，多半是表格软件对调了。照文件写的读了，没有替您改。请核对，需要的话改好这一格。',
    en: 'Only with day and month swapped would this date agree with the other times of its order, or with the rows around it: a spreadsheet has most likely swapped them. It was read as it is in the file and not changed. Check it, and correct the cell if necessary.',
  },
  'date-out-of-order': {
    zh: '这份文件按时间排列，这个日期和前后几行差了一个月以上。照文件写的读了，没有替您改，请核对。',
    en: 'The file is sorted by time, but this date is more than a month away from the rows around it. It was read as it is in the file; please check it.',
  },
  'date-in-future': {
    zh: '这个日期还没有到。照文件写的读了，请核对年、月、日有没有写错或对调。',
    en: 'This date is in the future. It was read as it is in the file; check whether year, month or day are wrong or swapped.',
  },
  'paid-before-ordered': {
    zh: '付款时间比下单时间早一天以上，其中一个多半不对。照文件写的读了，请核对。',
    en: 'The payment is more than a day earlier than the order, so one of the two is probably wrong. Both were read as they are in the file; please check them.',
  },
  'refund-unknown': {
    zh: '这里写着退款成功，但这份文件没有写退了多少，先按没有退款算。请再导入平台的售后（退款）表，金额会自动补上。',
    en: 'A refund went through, but this file does not say how much. For now nothing counts as refunded. Import the marketplace’s after-sale (refund) list too, and the amount will be filled in.',
  },
  'refund-negative': {
    zh: '退款写成了负数，按退了这么多算（不然净额会比实付还多）。如果这是把退款收了回来，请改好这一格。',
    en: 'The refund is written as a negative amount. It counts as that much refunded; otherwise the net would be more than was paid. If a refund was taken back here, correct the cell.',
  },
  'refund-inferred': {
    zh: '这份文件只说退了款，没有写金额，先按实付全部退回算。再导入平台的售后（退款）表，就以那里的金额为准。',
    en: 'This file only says that money was refunded, not how much. The full amount paid counts as refunded for now. Import the marketplace’s after-sale (refund) list too, and its amount will be used.',
  },
  'phone-virtual': {
    zh: '这是平台的虚拟号，到期会失效，不会用来认客户。订单照常导入，不用处理。',
    en: 'This is a relay number of the marketplace. It expires and is never used to recognise customers. The order was imported; there is nothing to do.',
  },
  'text-garbled': {
    zh: '这一格有乱码，订单照常导入，乱码的字原样保留。请试着换一种文件编码，或从后台重新导出。',
    en: 'Some of the text in this cell is garbled. The order was imported with the text as it is. Try another file encoding, or export the file again.',
  },
  'formula-error': {
    zh: '这一格是公式报错（如 #REF!），没有真正的内容，订单照常导入，这一格先空着。请在原文件里改好。',
    en: 'This cell holds a formula error (like #REF!) instead of a value. The order was imported with this cell left blank. Correct it in the file.',
  },
  'own-value-unreadable': {
    zh: '这一格填不进您的字段：不是数、日期、“是/否”，也不在选项里。订单照常导入，只有这一格没有填。改好这一格，或在设置里加上这个选项再导一次。',
    en: 'This cell cannot be filled into your field: it is not a number, a date, “yes” or “no”, or one of the choices. The order was imported; only this value was not filled in. Correct the cell, or add the choice in the settings and import the file again.',
  },
  'total-differs': {
    zh: '文件自己写的合计，和它各行加起来的数不一样：可能少了行，也可能有金额被改过。合计没有入账，请核对原文件。',
    en: 'The total stated in the file is not the sum of its rows: rows may be missing, or an amount may have been changed. The total itself was not imported. Check the original file.',
  },
  'count-differs': {
    zh: '文件自己写的条数，和实际读到的行数不一样：文件可能被截断、拆开或筛选过。请重新导出整份再核对。',
    en: 'The number of records stated in the file is not the number of rows read: the file may have been cut off, split or filtered. Export the whole file again and compare.',
  },
  'total-row': {
    zh: '这是合计行，不是订单，已跳过，不用处理。',
    en: 'This is a row of totals, not an order. It was skipped; there is nothing to do.',
  },
  'note-row': {
    zh: '这是说明文字，不是订单，已跳过，不用处理。',
    en: 'This is a row of notes, not an order. It was skipped; there is nothing to do.',
  },
  'repeated-header': {
    zh: '这里又出现了一次表头，多半是几个文件拼在了一起，已跳过，不用处理。',
    en: 'The header appears here once more, probably because files were joined. It was skipped; there is nothing to do.',
  },
  'empty-row': {
    zh: '这是空行，已跳过，不用处理。',
    en: 'This row is empty. It was skipped; there is nothing to do.',
  },
  'currency-mixed': {
    zh: '同一个订单出现了两种货币，先没有导入，以免把不同的钱加在一起。请在原文件里核对。',
    en: 'This order appears in two currencies. It was left out, so that different currencies are not added up. Check the file.',
  },
  'order-left-out': {
    zh: '这一行本身没有问题，但同一个订单的另一行读不懂，整单先没有导入，以免只记半单。改好那一行就会一起导入。',
    en: 'This row is fine, but another row of the same order cannot be read. The whole order was left out, so that no half order is posted. Correct that row, and the whole order comes in.',
  },
  'order-first-row-missing': {
    zh: '这一行只有商品：同一个订单的第一行（金额、付款和买家都写在那里）不在这份文件里，先没有导入，也没有替您补。多半是文件被截断、拆开或筛选过，请从后台重新导出整份。',
    en: 'This row only has an item: the first row of its order, with the amounts, the payment and the buyer, is not in this file. The row was left out and nothing was made up. The file was probably cut off, split or filtered; export the whole file again.',
  },
  'order-rows-disagree': {
    zh: '同一个订单编号出现了几次，内容不一样，已按最新的一条导入。请核对这几行是不是同一个订单。',
    en: 'This order number appears several times with different contents. The newest row was imported. Check whether these rows are the same order.',
  },
};

const longestQuote = 60;

/** One problem as a line of text: the column, what it means, and the cell's own words. Where it stands, the caller says. */
export function rowProblemSentence(
  problem: Pick<RowProblem, 'code' | 'column' | 'found'>,
  language: 'zh-CN' | 'en',
): string {
  const found = problem.found.length > longestQuote ? `${problem.found.slice(0, longestQuote)}…` : problem.found;
  if (language === 'zh-CN') {
    const column = problem.column === null ? '' : `【${problem.column}】`;
    return `${column}${rowProblemTexts[problem.code].zh}${found === '' ? '' : `原文：“${found}”`}`;
  }
  const column = problem.column === null ? '' : `[${problem.column}] `;
  return `${column}${rowProblemTexts[problem.code].en}${found === '' ? '' : ` The cell says: “${found}”`}`;
}
