/** The Shopify orders export: its sample, every generation of its header, several currencies, cut and joined files. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rankProfiles } from '../../../src-main/importing/profiles/rank.ts';
import { verifyLedger } from '../../../src-main/importing/verify.ts';
import { readFileWhole, samples } from './files-at-hand.ts';
import { type Book, newBook } from './imports-at-hand.ts';

const sample = join(samples, 'shopify_2024_orders_export.csv');
const sampleText = readFileSync(sample, 'utf8');

/** The sample has commas, quotes and line breaks in its cells: enough of RFC 4180 to take it apart. */
function recordsOf(text: string): string[][] {
  const records: string[][] = [[]];
  for (const [, quoted, bare, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^,"\r\n]*))(,|\r?\n|$)/g)) {
    records.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '');
    if (end !== ',' && end !== '') records.push([]);
  }
  return records.filter((record) => record.some((cell) => cell !== ''));
}

const csvOf = (records: readonly (readonly string[])[], newline = '\n'): string =>
  records
    .map((record) => record.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(','))
    .join(newline) + newline;

const [header = [], ...records] = recordsOf(sampleText);

/** The sample under another header: columns are found by their words; renamed ones by the old word, new ones are empty. */
function underHeader(words: readonly string[], renamed: Readonly<Record<string, string>> = {}): string[][] {
  const places = words.map((word) => header.indexOf(renamed[word] ?? word));
  return [[...words], ...records.map((record) => places.map((place) => record[place] ?? ''))];
}

const expectedStatus = {
  unpaid: 1,
  paid: 2,
  shipped: 9,
  completed: 0,
  closed: 1,
  partiallyRefunded: 1,
  refunded: 2,
};
const expectedBatch = {
  marketplace: 'shopify',
  profile: 'shopify-orders',
  shop: 'Shopify 店铺',
  currency: 'USD',
  orders: { new: 16, changed: 0, same: 0, skipped: 0 },
  lines: 21,
  customers: { new: 8, matched: 0, likely: 0 },
  ordersWithoutBuyer: 0,
  paidMinor: 60400,
  refundMinor: 12354,
  netMinor: 48046,
  status: expectedStatus,
  problemCounts: {},
};

let book: Book;
beforeEach(() => {
  book = newBook();
});
afterEach(() => book.close());

describe('the Shopify sample', () => {
  it('says what it should, the same again when it comes again, and can be taken back', async () => {
    const empty = book.hash();
    const [batch] = await book.import([sample]);
    expect(batch).toMatchObject(expectedBatch);
    const full = book.hash();
    const [again] = await book.import([sample]);
    expect(again?.orders).toEqual({ new: 0, changed: 0, same: 16, skipped: 0 });
    expect(again?.customers).toEqual({ new: 0, matched: 8, likely: 0 });
    expect(again?.shop).toBe(batch?.shop);
    expect(book.hash()).toBe(full);
    expect(verifyLedger(book.ledger).ok).toBe(true);
    book.undo(again?.id ?? 0);
    expect(book.hash()).toBe(full);
    book.undo(batch?.id ?? 0);
    expect(book.hash()).toBe(empty);
    book.redo(batch?.id ?? 0);
    expect(book.hash()).toBe(full);
  });

  it('has its order fields once, its lines at quantity × price, and its clock as printed', async () => {
    const { parts, problems } = await readFileWhole(sample);
    expect(problems).toEqual([]);
    expect(parts.find(({ orderNumber }) => orderNumber === '#1010')).toMatchObject({
      kind: 'line',
      stage: 'shipped',
      statusWord: 'paid / fulfilled',
      orderedAt: '2024-05-21 20:23:16',
      paidAt: '2024-05-21 20:37:39',
      shippedAt: '2024-05-22 08:37:39',
      totalMinor: 7250,
      paidMinor: 7250,
      refundMinor: 0,
      buyerEmail: 'jane.doe@example.com',
      receiverName: 'Jane Doe',
      receiverPhone: '+1 555-0100',
      address: '1 Main St, Apt 4',
      province: 'TX',
      city: 'Austin',
      quantity: 6,
      lines: [
        { title: 'Speckled Ceramic Mug - Blue', sku: 'MUG-BL', quantity: 1, unitPriceMinor: 2400, amountMinor: 2400 },
        { title: 'Cat Enamel Pin', sku: 'PIN-CAT', quantity: 3, unitPriceMinor: 700, amountMinor: 2100 },
        { title: 'Soy Candle "Quiet Tea"', sku: 'CNDL-QT', quantity: 2, unitPriceMinor: 1850, amountMinor: 3700 },
      ],
    });
    expect(parts.find(({ orderNumber }) => orderNumber === '#1002')?.buyerNote).toBe(
      'Please leave at the side door.\nThanks, "J"',
    );
  });

  it('is the same in any order of columns, with others between, with CRLF and with a byte-order mark', async () => {
    await book.import([sample]);
    const hash = book.hash();
    const reversed = ['Something new', ...header.toReversed(), 'And another'];
    const variations = [
      csvOf(underHeader(reversed)),
      csvOf([header, ...records], '\r\n'),
      `\ufeff${sampleText}`,
      csvOf(
        underHeader(
          header.map((word) => (word === 'Cancelled at' ? 'Canceled at' : word)),
          { 'Canceled at': 'Cancelled at' },
        ),
      ),
    ];
    for (const [index, text] of variations.entries()) {
      const own = newBook();
      const [batch] = await own.import([own.file(`orders_export_${index}.csv`, text)]);
      expect(batch, `${index}`).toMatchObject(expectedBatch);
      expect(own.hash(), `${index}`).toBe(hash);
      own.close();
    }
  });
});

describe('generations of the header', () => {
  const older = header.slice(0, 50);
  const renamed = { 'Lineitem compare-at price': 'Lineitem compare at price', 'Lineitem SKU': 'Lineitem sku' };
  const documented = ['Name', 'Phone', ...header.slice(1)].map((word, at) => {
    if (word === 'Phone' && at > 1) return 'Payment terms';
    if (word === 'Lineitem compare at price') return 'Lineitem compare-at price';
    if (word === 'Lineitem sku') return 'Lineitem SKU';
    if (word === 'Payment Reference') return 'Payment Reference (deprecated)';
    return word === 'Cancelled at' ? 'Canceled at' : word;
  });

  it.each([
    ['79 columns', header],
    ['50 columns', older],
    ['the documentation', documented],
  ])('reads %s', async (_, words) => {
    expect(rankProfiles(words)[0]?.profile.id).toBe('shopify-orders');
    const text = csvOf(underHeader(words, { ...renamed, 'Canceled at': 'Cancelled at' }));
    const [batch] = await book.import([book.file('orders_export.csv', text)]);
    expect(batch).toMatchObject(expectedBatch);
    expect(book.all("select sku from order_line where sku = 'MUG-BL'")).toHaveLength(4);
  });
});

/** One small file: words of a row by their header; the other cells are empty. */
function fileOf(...rows: readonly Readonly<Record<string, string>>[]): string {
  return csvOf([header, ...rows.map((row) => header.map((word) => row[word] ?? ''))]);
}

const first = (name: string, more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  Name: name,
  Email: `${name.replace(/\W/g, '')}@example.com`,
  'Financial Status': 'paid',
  'Paid at': '2025-01-02 10:00:00 +0000',
  'Fulfillment Status': 'unfulfilled',
  Currency: 'USD',
  Subtotal: '10.00',
  Shipping: '0.00',
  Total: '10.00',
  'Created at': '2025-01-02 09:59:00 +0000',
  'Lineitem quantity': '1',
  'Lineitem name': 'Tea',
  'Lineitem price': '10.00',
  'Lineitem discount': '0.00',
  'Refunded Amount': '0.00',
  'Outstanding Balance': '0.00',
  ...more,
});
const further = (name: string, more: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  Name: name,
  Email: `${name.replace(/\W/g, '')}@example.com`,
  'Created at': '2025-01-02 09:59:00 +0000',
  'Lineitem quantity': '2',
  'Lineitem name': 'Cup',
  'Lineitem price': '3.00',
  'Lineitem discount': '1.00',
  Vendor: 'Someone',
  ...more,
});

async function importText(text: string, name = 'orders_export.csv') {
  return book.import([book.file(name, text)]);
}

describe('what the columns mean', () => {
  it.each([
    ['pending', '', '', 'unpaid'],
    ['pending', 'fulfilled', '', 'unpaid'],
    ['authorized', 'unfulfilled', '', 'unpaid'],
    ['paid', '', '', 'paid'],
    ['paid', 'unfulfilled', '', 'paid'],
    ['paid', 'restocked', '', 'paid'],
    ['paid', 'partial', '', 'shipped'],
    ['paid', 'fulfilled', '', 'shipped'],
    ['partially_paid', 'unfulfilled', '', 'paid'],
    ['voided', '', '2025-01-03 10:00:00 +0000', 'closed'],
    ['expired', '', '', 'closed'],
    ['pending', '', '2025-01-03 10:00:00 +0000', 'closed'],
    ['paid', '', '2025-01-03 10:00:00 +0000', 'paid'],
  ])('%s × "%s", cancelled "%s" → %s', async (money, goods, cancelled, status) => {
    const unpaid = ['pending', 'authorized', 'voided', 'expired'].includes(money);
    const row = first('#1', {
      'Financial Status': money,
      'Fulfillment Status': goods,
      'Cancelled at': cancelled,
      ...(unpaid ? { 'Paid at': '' } : {}),
    });
    const [batch] = await importText(fileOf(row));
    expect(batch?.status).toMatchObject({ [status]: 1 });
    expect(batch?.paidMinor).toBe(unpaid ? 0 : 1000);
    expect(batch?.problems).toEqual([]);
  });

  it.each([
    ['refunded', '10.00', 'refunded', 0],
    ['partially_refunded', '4.00', 'partiallyRefunded', 600],
  ])('%s with %s paid back → %s', async (money, refund, status, net) => {
    const row = first('#1', { 'Financial Status': money, 'Refunded Amount': refund });
    const [batch] = await importText(fileOf(row, further('#1')));
    expect(batch).toMatchObject({ status: { [status]: 1 }, netMinor: net, paidMinor: 1000, lines: 2 });
  });

  it('counts of a partly paid order what has come in', async () => {
    const row = first('#1', { 'Financial Status': 'partially_paid', 'Paid at': '', 'Outstanding Balance': '7.50' });
    const [batch] = await importText(fileOf(row));
    expect(batch).toMatchObject({ paidMinor: 250, netMinor: 250, status: { paid: 1 } });
  });

  it('takes a discount off its line, and nothing off the order', async () => {
    await importText(fileOf(first('#1'), further('#1')));
    expect(book.all('select amount_minor from order_line order by line_no')).toEqual([[1000], [500]]);
    expect(book.one('select total_minor from shop_order')).toBe(1000);
  });

  it('tells buyers by e-mail whatever its capitals, else by phone; one phone does not join two e-mails', async () => {
    const [batch] = await importText(
      fileOf(
        first('#1', { Email: 'Ann@Example.com', Phone: "'+44 7700 900123" }),
        first('#2', { Email: 'ann@example.com' }),
        first('#3', { Email: 'ben@example.com', 'Billing Phone': '+44 7700 900123' }),
        first('#4', { Email: '', 'Billing Phone': "'+33 5 55 01 05 05" }),
        first('#5', { Email: '', Phone: '+33 5 55 01 05 05' }),
        first('#6', { Email: '' }),
      ),
    );
    expect(batch?.customers).toEqual({ new: 3, matched: 0, likely: 0 });
    expect(batch?.ordersWithoutBuyer).toBe(1);
  });
});

describe('several currencies in one file', () => {
  const text = fileOf(
    first('#1', { Total: '10.00' }),
    further('#1'),
    first('#2', { Currency: 'JPY', Total: '1200', Subtotal: '1200', 'Lineitem price': '1000' }),
    further('#2', { 'Lineitem price': '200', 'Lineitem quantity': '1', 'Lineitem discount': '0' }),
    first('#3', { Currency: 'EUR', Total: '8.50' }),
    further('#3'),
    first('#4', { Total: '5.00' }),
    further('#4'),
  );

  it('are a batch each, further lines in the currency of their order', async () => {
    const batches = await importText(text);
    expect(batches.map(({ currency, orders, lines, paidMinor }) => [currency, orders.new, lines, paidMinor])).toEqual([
      ['USD', 2, 4, 1500],
      ['JPY', 1, 2, 1200],
      ['EUR', 1, 2, 850],
    ]);
    expect(batches.every(({ problems }) => problems.length === 0)).toBe(true);
    expect(
      book.all(
        "select amount_minor from order_line join order_key using (order_id) where order_number = '#2' order by line_no",
      ),
    ).toEqual([[1000], [200]]);
    const hash = book.hash();
    const again = await importText(text, 'again.csv');
    expect(again.map(({ orders }) => orders.same)).toEqual([2, 1, 1]);
    expect(book.hash()).toBe(hash);
    expect(verifyLedger(book.ledger).ok).toBe(true);
    const ids = [...batches, ...again].map(({ id }) => id ?? 0);
    for (const id of ids) book.undo(id);
    expect(book.one('select count(*) from shop_order')).toBe(0);
    for (const id of ids) book.redo(id);
    expect(book.hash()).toBe(hash);
  });
});

describe('cut and joined files', () => {
  it('names the lines whose first row is not in the file, and makes nothing of them', async () => {
    const batches = await importText(
      fileOf(further('#7'), further('#7'), first('#8', { Currency: 'GBP' }), further('#8'), further('#9')),
    );
    expect(batches).toHaveLength(1);
    expect(batches[0]).toMatchObject({
      currency: 'GBP',
      orders: { new: 1, skipped: 2 },
      lines: 2,
      customers: { new: 1 },
      problemCounts: { 'order-first-row-missing': 3 },
    });
    expect(batches[0]?.problems.map(({ line, found }) => [line, found])).toEqual([
      [2, '#7'],
      [3, '#7'],
      [6, '#9'],
    ]);
    expect(
      book.one("select count(*) from order_key join shop_order using (order_id) where order_number in ('#7', '#9')"),
    ).toBe(0);
  });

  it('cut after any row has no order that the whole file has not, and the same money for those it has', async () => {
    await book.import([sample]);
    const money = (from: Book): ReadonlyMap<string, string> =>
      new Map(
        from
          .all(
            'select order_number, paid_minor, refund_minor, net_minor, status from shop_order join order_key using (order_id)',
          )
          .map((row) => [String((row as unknown[])[0]), JSON.stringify(row)]),
      );
    const whole = money(book);
    for (const cut of [3, 11, 14, 15, 18]) {
      for (const rows of [records.slice(0, cut), records.slice(cut)]) {
        const own = newBook();
        const [batch] = await own.import([own.file('orders_export.csv', csvOf([header, ...rows]))]);
        for (const [order, text] of money(own)) expect(text).toBe(whole.get(order));
        const lost = batch?.problemCounts['order-first-row-missing'] ?? 0;
        expect((batch?.lines ?? 0) + lost).toBe(rows.length);
        own.close();
      }
    }
  });

  it('leaves a whole order out when its first row cannot be read', async () => {
    const [batch] = await importText(fileOf(first('#1', { Total: 'ten' }), further('#1'), first('#2')));
    expect(batch).toMatchObject({
      orders: { new: 1, skipped: 1 },
      problemCounts: { 'amount-unreadable': 1, 'order-left-out': 1 },
    });
  });

  it('does not double the lines of an order that two joined exports have', async () => {
    const late = { 'Fulfillment Status': 'fulfilled', 'Fulfilled at': '2025-01-05 10:00:00 +0000' };
    const [batch] = await importText(fileOf(first('#1'), further('#1'), first('#1', late), further('#1')));
    expect(batch).toMatchObject({ orders: { new: 1 }, lines: 2, paidMinor: 1000, status: { shipped: 1 } });
    expect(batch?.problemCounts).toEqual({ 'order-rows-disagree': 1 });
  });

  it('keeps every line of an order whose fields were filled down, and its money once', async () => {
    const filled = [
      first('#1'),
      first('#1', { 'Lineitem name': 'Cup', 'Lineitem price': '3.00' }),
      first('#1', { 'Lineitem name': 'Tray' }),
    ];
    const [batch] = await importText(fileOf(...filled));
    expect(batch).toMatchObject({ orders: { new: 1 }, lines: 3, paidMinor: 1000, problemCounts: {} });
    const own = newBook();
    const [pasted] = await own.import([own.file('orders_export.csv', fileOf(...filled, ...filled))]);
    expect(pasted).toMatchObject({ orders: { new: 1 }, lines: 3, paidMinor: 1000, problemCounts: {} });
    own.close();
  });

  it('has all lines of an order that one file has whole and another cut, whichever comes first', async () => {
    const whole = fileOf(first('#1'), further('#1'), further('#1', { 'Lineitem name': 'Tray' }));
    const cut = fileOf(first('#1'));
    await importText(cut, 'cut.csv');
    await importText(whole, 'whole.csv');
    const own = newBook();
    await own.import([own.file('whole.csv', whole)]);
    const alone = own.hash();
    await own.import([own.file('cut.csv', cut)]);
    expect([own.hash(), book.hash()]).toEqual([alone, alone]);
    expect(book.all('select title from order_line order by line_no')).toEqual([['Tea'], ['Cup'], ['Tray']]);
    own.close();
  });

  it('does not mind rows sorted by something else', async () => {
    await book.import([sample]);
    const own = newBook();
    const sorted = records.toSorted((a, b) => ((a[17] ?? '') < (b[17] ?? '') ? -1 : 1));
    const [batch] = await own.import([own.file('orders_export.csv', csvOf([header, ...sorted]))]);
    expect(batch).toMatchObject(expectedBatch);
    own.close();
  });

  it('puts an order seen again, paid meanwhile, in the place of the older one', async () => {
    await importText(fileOf(first('#1', { 'Financial Status': 'pending', 'Paid at': '' }), further('#1')), 'old.csv');
    const [batch] = await importText(fileOf(first('#1'), further('#1')), 'new.csv');
    expect(batch).toMatchObject({ orders: { new: 0, changed: 1 }, lines: 2, status: { paid: 1 } });
    const hash = book.hash();
    const own = newBook();
    await own.import([own.file('new.csv', fileOf(first('#1'), further('#1')))]);
    await own.import([
      own.file('old.csv', fileOf(first('#1', { 'Financial Status': 'pending', 'Paid at': '' }), further('#1'))),
    ]);
    expect(own.hash()).toBe(hash);
    own.close();
  });
});
