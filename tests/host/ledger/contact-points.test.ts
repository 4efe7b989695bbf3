/** How a customer can be reached, and until when: phones whole, masked, virtual, encrypted; e-mails; addresses. */

import { afterEach, expect, test } from 'vitest';
import { printedExpiry } from '../../../src-main/importing/printed-expiry.ts';
import { contactsOf } from '../../../src-main/ledger/contact-points.ts';
import { dayOf } from '../../../src-shared/day.ts';
import { isEncrypted, readPhone } from '../../../src-shared/phone.ts';
import { type MadeOrder, orderFile } from '../identity/orders-at-hand.ts';
import { type Book, newBook } from '../importing/imports-at-hand.ts';

let open: Book | null = null;
afterEach(() => {
  open?.close();
  open = null;
});

const day = (text: string) => dayOf(text) ?? expect.fail(text);

const found = (book: Book, customer: number, on: string) =>
  contactsOf(book.ledger, customer, day(on), printedExpiry(book.ledger.connection));

async function contacts(on: string, ...orders: readonly MadeOrder[]) {
  open?.close();
  open = newBook();
  await open.import([open.file('orders.csv', orderFile(orders))]);
  return found(open, Number(open.one('select min(customer_id) from customer')), on);
}

const who = { nick: '豆豆', name: '王予安', place: '北京市 北京市 朝阳区 样例街12号' };

test('a whole phone is usable, with its first and last day; a masked one is not', async () => {
  const { reach, contacts: found } = await contacts(
    '2024-06-01',
    { order: 11, ...who, phone: '13800138001', day: '2024-01-05' },
    { order: 12, ...who, phone: '13800138001', day: '2024-03-05' },
    { order: 13, ...who, phone: '139****9002', day: '2024-02-05' },
  );
  const phones = found.filter(({ kind }) => kind === 'phone');
  expect(reach).toBe('phone');
  expect(phones).toMatchObject([
    { state: 'whole', value: '138****8001', orders: 2, firstDay: '2024-01-05', lastDay: '2024-03-05', isUsable: true },
    { state: 'masked', value: '139****9002', orders: 1, isUsable: false },
  ]);
  expect(found.find(({ kind }) => kind === 'address')).toMatchObject({
    state: 'whole',
    region: '北京市 北京市 朝阳区',
    name: '王予安',
    orders: 3,
    isUsable: true,
  });
});

test('a virtual number of Taobao works for fifteen days after the order is completed, and is never the way to call', async () => {
  const virtual = {
    order: 11,
    ...who,
    phone: '15000000000-1234',
    day: '2024-03-01',
    place: '北京市 北京市 朝阳区 ****',
  };
  const within = await contacts('2024-03-16', virtual);
  expect(within.contacts[0]).toMatchObject({
    state: 'virtual',
    value: '150****0000',
    extension: '1234',
    endsOn: '2024-03-16',
    isUsable: true,
  });
  expect(within.reach).toBe('marketplace');
  const after = await contacts('2024-03-17', virtual);
  expect(after.contacts[0]).toMatchObject({ state: 'virtual', isUsable: false });
});

test('where the file prints until when a virtual number works, that stands, the latest of several files', async () => {
  const made = { order: 11, ...who, phone: '15000000000-1234', day: '2024-03-01' };
  const withExpiry = (words: string): string => {
    const [header = '', row = ''] = orderFile([made]).split('\r\n');
    return `${header},虚拟号过期时间\r\n${row},${words}`;
  };
  open = newBook();
  const [first] = await open.import([open.file('a.csv', withExpiry('2024-04-20 10:00:00'))]);
  const ends = (): unknown => open && found(open, 1, '2024-04-20').contacts[0];
  expect(ends()).toMatchObject({ state: 'virtual', endsOn: '2024-04-20', isUsable: true });
  await open.import([open.file('b.csv', withExpiry('2024-05-02 10:00:00'))]);
  expect(ends()).toMatchObject({ endsOn: '2024-05-02' });
  await open.import([open.file('c.csv', withExpiry('-'))]);
  expect(ends()).toMatchObject({ endsOn: '2024-05-02' });
  open.undo(first?.id ?? 0);
  open.undo(2);
  expect(ends()).toMatchObject({ endsOn: '2024-03-16' });
});

test('a likely person’s phone is nothing to go by, and an e-mail is a way', async () => {
  const likely = { nick: '豆***', name: '王**', phone: '138****8001' };
  expect((await contacts('2024-06-01', { order: 11, ...likely })).reach).toBe('marketplace');
  const { reach, contacts: found } = await contacts('2024-06-01', {
    order: 11,
    ...who,
    phone: '',
    mail: 'A@b.cn',
    place: '',
  });
  expect([reach, found]).toMatchObject(['email', [{ kind: 'email', value: 'a@b.cn', isUsable: true }]]);
});

test('ciphertext is no number, whatever digits are in it', () => {
  const cipher = '$6d8fQ1mZ0a93Kx77Lq==$1$#';
  expect(isEncrypted(cipher)).toBe(true);
  expect(readPhone(cipher)).toEqual({ kind: 'none', value: '' });
  for (const plain of [
    '13800138001',
    '86-15000000000-1234',
    '138****8001',
    '+1 (415) 555-0134 ext 12',
    '010-12345678',
  ]) {
    expect(isEncrypted(plain)).toBe(false);
  }
});
