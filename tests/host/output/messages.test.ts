/** Texts to many people: nobody gets a hole, nobody is written to who is let be, and the file says what was seen. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Excel from 'exceljs';
import fc from 'fast-check';
import Papa from 'papaparse';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { guardOf } from '../../../src-main/followups/guard/held-back.ts';
import { stateHash } from '../../../src-main/importing/state-hash.ts';
import { contactsOf } from '../../../src-main/ledger/contact-points.ts';
import { saveServiceTicket } from '../../../src-main/ledger/follow-ups/after-sale-tickets.ts';
import { markSent } from '../../../src-main/ledger/follow-ups/contacts.ts';
import { listJournal } from '../../../src-main/ledger/journal.ts';
import { markPoint, setWishes } from '../../../src-main/ledger/profile/wishes.ts';
import { changeSettings } from '../../../src-main/ledger/settings.ts';
import { removeSendLayout, saveSendLayout, sendLayouts } from '../../../src-main/ledger/templates/send-layouts.ts';
import {
  addTemplates,
  removeTemplate,
  saveTemplate,
  storedTemplates,
} from '../../../src-main/ledger/templates/stored-templates.ts';
import { redoEdit, undoEdit } from '../../../src-main/ledger/undo-edit.ts';
import { scoreSource } from '../../../src-main/metrics/rfm.ts';
import { dayWords } from '../../../src-main/output/messages/day-words.ts';
import { firstTemplates } from '../../../src-main/output/messages/first-templates.ts';
import { previewMessage } from '../../../src-main/output/messages/preview-message.ts';
import { composeSendList, writeSendList } from '../../../src-main/output/messages/send-list.ts';
import { noWishes } from '../../../src-shared/contract/profiles.ts';
import type { LayoutContent } from '../../../src-shared/contract/send-lists.ts';
import type { TemplateContent } from '../../../src-shared/contract/templates.ts';
import { firstLayouts } from '../../../src-shared/message/send-heads.ts';
import { fieldsIn, unknownIn } from '../../../src-shared/message/template-text.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';
import { day } from '../metrics/random-ledger.ts';
import { fill, smallLedger } from '../metrics/small-ledger.ts';

const ledger = smallLedger();
afterAll(() => ledger.close());
const { reading } = ledger;
const scores = scoreSource(ledger.lines);
const on = day('2025-12-01');
const act = (reason: string) => ({ reason, now: '2026-01-01T08:00:00Z' });
const back = {
  now: '2026-01-02T08:00:00Z',
  rematchOrders: () => expect.fail('no orders move'),
  rematchKeys: () => expect.fail('no keys move'),
  settleAside: () => expect.fail('no row moves'),
};
const audience = {
  filter: {},
  basis: { on, definition: 'quantile' },
  sort: { by: 'netMinor', descending: true },
} as const;

function text(content: Partial<TemplateContent>): TemplateContent {
  return { name: '新茶', channel: 'sms', text: '{称呼}，{上次购买月}的{上次买的}喝完了吗？', ...content };
}
const composed = (content: TemplateContent) => composeSendList(reading, { ...audience, content }, scores);
const left = (content: TemplateContent) =>
  composed(content).left.map(({ why, people }) => [why, people.map(({ customer, what }) => [customer, what])]);
const going = (content: TemplateContent) => composed(content).messages.map(({ person }) => person.customer);

beforeEach(() => {
  reading.connection.exec(
    'delete from template; delete from send_layout; delete from service_ticket; delete from contact; delete from person_fact; delete from setting; delete from journal',
  );
  fill(reading, {
    shops: [{ name: '山月茶铺' }],
    customers: [
      { id: 1, name: '王予安', nick: '豆豆mama', phone: '13800138001', city: '杭州', email: 'wang@example.com' },
      { id: 2, name: '=cmd|1', nick: 'tb2', phone: '057188889999' },
      { id: 3, name: '赵*', likely: true, phone: '13600136003' },
      { id: 4, name: '钱五', nick: 'qian', phone: '13500135004' },
      { id: 5, name: '孙*', nick: 'sun', phone: '13400134005' },
      { id: 6, name: '周七', nick: 'zhou' },
      { id: 7, name: '吴八', nick: 'wu', phone: '138****8001' },
    ],
    orders: [
      {
        customer: 1,
        day: '2025-08-03',
        paidMinor: 900,
        titles: ['正山\n小种 {特级}'],
        receiver: ['王予安', '13800138001', '浙江省杭州市新街 2 号'],
        number: '2611204842500275001',
      },
      {
        customer: 1,
        day: '2025-05-03',
        paidMinor: 900,
        titles: ['旧茶'],
        receiver: ['王予安', '13800138001', '浙江省杭州市旧街 1 号'],
      },
      // A present: most of their parcels do not go there.
      {
        customer: 1,
        day: '2025-07-03',
        paidMinor: 900,
        titles: ['礼盒'],
        receiver: ['朋友', '13900139009', '上海市 9 号'],
      },
      {
        customer: 2,
        day: '2024-12-30',
        paidMinor: 800,
        titles: ['杯'],
        receiver: ['=cmd|1', '057188889999', '杭州 ***'],
      },
      { customer: 3, day: '2025-06-01', paidMinor: 700, titles: ['杯'], receiver: ['赵六', '13600136003', ''] },
      { customer: 4, day: '2025-06-01', paidMinor: 600, titles: ['杯'], receiver: ['钱五', '13500135004', ''] },
      { customer: 5, day: '2025-06-01', paidMinor: 500, titles: ['杯'], receiver: ['孙**', '13400134005', ''] },
      { customer: 6, day: '2025-06-01', paidMinor: 400, titles: ['杯'], receiver: ['周七', '13500135004', ''] },
      { customer: 7, day: '2025-06-01', paidMinor: 300, titles: ['杯'], receiver: ['吴八', '138****8001', ''] },
    ],
  });
  // Two who share a number.
  reading.connection.prepare("update customer set phone = '13500135004' where customer_id = 6").run();
});

describe('who gets a text', () => {
  test('only whole and certain numbers that take one, each once; a missing field leaves out that person alone', () => {
    expect(going(text({}))).toEqual([1, 4]);
    expect(left(text({}))).toEqual([
      [
        'noPhone',
        [
          [2, ''],
          [3, ''],
          [7, ''],
        ],
      ],
      ['missing', [[5, 'name']]],
      ['samePhone', [[6, '钱五']]],
    ]);
    const { looked, going: count, left: reasons } = composed(text({}));
    expect(count + reasons.reduce((sum, one) => sum + one.count, 0)).toBe(looked);
    // A landline can be called. The one who is only likely never is.
    expect(going(text({ channel: 'phone', text: '您好' }))).toEqual([1, 2, 4, 5, 6]);
    expect(going(text({ channel: 'marketplace', text: '{昵称}好' }))).toEqual([1, 2, 4, 5, 6, 7]);
    expect(going(text({ channel: 'email', text: '您好' }))).toEqual([1]);
    expect(going(text({ channel: 'post', text: '您好' }))).toEqual([1]);
    expect(left(text({ channel: 'post', text: '{称呼}好' }))[0]).toEqual([
      'noAddress',
      [2, 3, 4, 5, 6, 7].map((id) => [id, '']),
    ]);
    expect(going(text({ channel: 'wechat', text: '您好' }))).toEqual([1, 2, 3, 4, 5, 6, 7]);
    // A text with something in braces that is no field is sent to nobody.
    expect(composed(text({ text: '{称乎}好' }))).toMatchObject({ going: 0, left: [{ why: 'unknown', count: 7 }] });
  });

  test('the guard holds people back before anything else, and a number marked as wrong is none', () => {
    setWishes(reading, 1, { ...noWishes, optOut: true }, act('customers.wish'));
    const complaint = {
      about: 'complaint',
      order: null,
      text: '漏气',
      opened: on,
      due: null,
      closed: null,
      outcome: '',
      costMinor: null,
    } as const;
    saveServiceTicket(reading, { ticket: null, customer: 5, content: complaint }, act('service.save'));
    expect(left(text({})).slice(0, 2)).toEqual([
      ['optOut', [[1, '']]],
      ['dispute', [[5, '漏气']]],
    ]);
    const { contacts } = contactsOf(reading, 4, on, () => null);
    const point = contacts.find(({ kind }) => kind === 'phone')?.point ?? expect.fail('a phone');
    markPoint(reading, { customer: 4, point, mark: 'wrong' }, act('customers.markPoint'));
    expect(going(text({}))).toEqual([6]);
  });

  test('law: whoever the guard holds back is in no file, whatever the text and the way', () => {
    const channels = fc.constantFrom('sms', 'phone', 'marketplace', 'wechat', 'email', 'post' as const);
    const held = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { maxLength: 4 });
    fc.assert(
      fc.property(
        held,
        held,
        channels,
        fc.constantFrom('您好', '{称呼}', '{昵称}{天数}'),
        (optedOut, contacted, channel, said) => {
          reading.connection.exec('delete from person_fact; delete from contact');
          for (const customer of optedOut)
            setWishes(reading, customer, { ...noWishes, optOut: true }, act('customers.wish'));
          for (let times = 0; times < 2 && contacted.length > 0; times += 1)
            markSent(
              reading,
              { customers: contacted, day: day('2025-11-28'), channel: 'sms', about: 'x' },
              act('contacts.sent'),
            );
          const guard = guardOf(reading, { on });
          const ids = going(text({ channel: channel as TemplateContent['channel'], text: said }));
          expect(ids.filter((id) => guard(id).length > 0)).toEqual([]);
          expect([...optedOut, ...contacted].some((id) => ids.includes(id))).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('what it says', () => {
  test('every field, in the language of the text', () => {
    const all = '{称呼}|{昵称}|{店铺}|{上次买的}|{上次购买日}|{上次购买月}|{天数}|{购买次数}|{城市}|{上次单号}|{今天}';
    const zh = composed(text({ channel: 'wechat', text: `问：${all}` })).messages[0]?.message;
    expect(zh).toBe('问：王予安|豆豆mama|山月茶铺|正山 小种 {特级}|8月3日|8月|120|3|杭州|2611204842500275001|12月1日');
    const en = composed(text({ channel: 'wechat', text: `To ${all}` })).messages[0]?.message;
    expect(en).toBe(
      'To 王予安|豆豆mama|山月茶铺|正山 小种 {特级}|3 August|August|120|3|杭州|2611204842500275001|1 December',
    );
    expect(dayWords(day('2024-12-30'), on, true)).toEqual({ day: '2024年12月30日', month: '2024年12月' });
    expect(dayWords(day('2024-12-30'), on, false)).toEqual({ day: '30 December 2024', month: 'December 2024' });
  });

  test('a preview is what goes: signature, way out, length, words to mind', () => {
    changeSettings(reading, { smsSignature: '【山月茶铺】', smsOptOut: '拒收请回复R' }, act('settings.change'));
    const content = text({ text: '{称呼}，全网最低价！' });
    const shown = (at: number) => previewMessage(reading, { ...audience, content, at }, scores);
    expect(shown(0)).toMatchObject({
      total: 7,
      at: 0,
      person: {
        customer: 1,
        message: '【山月茶铺】王予安，全网最低价！拒收请回复R',
        left: [],
        sms: { alphabet: 'ucs2', units: 22, segments: 1 },
        banned: [{ word: '全网最', from: 10, to: 13 }],
      },
    });
    expect(shown(4)).toMatchObject({
      person: { customer: 5, message: null, missing: ['name'], left: [{ why: 'missing' }] },
    });
    expect(shown(99)).toMatchObject({ at: 6, person: { customer: 7 } });
    expect(previewMessage(reading, { ...audience, filter: { ids: [99] }, content, at: 0 }, scores)).toEqual({
      total: 0,
      at: 0,
      person: null,
    });
    expect(composed(content)).toMatchObject({ going: 2, banned: 2, segments: 2, mostSegments: 1 });
  });

  test.each(['zh-CN', 'en'] as const)(
    'the first set (%s) has only fields that are known, and every way of the shop',
    (language) => {
      const templates = firstTemplates(language);
      expect(templates.flatMap((one) => unknownIn(one.text))).toEqual([]);
      expect(templates.every((one) => fieldsIn(one.text).includes('name'))).toBe(true);
      expect(new Set(templates.map(({ channel }) => channel))).toEqual(
        new Set(['marketplace', 'sms', 'phone', 'post']),
      );
      expect(templates.length).toBeGreaterThanOrEqual(6);
    },
  );
});

describe('the file', () => {
  const columns = [
    { head: '', what: 'phone' },
    { head: '正文', what: 'message' },
    { head: '', what: 'fields' },
    { head: '单号', what: 'lastOrder' },
    { head: '', what: 'blank' },
  ] as const;
  const layout: LayoutContent = { name: '变量', format: 'xlsx', heads: true, columns: [...columns] };
  const risky = text({ channel: 'phone', text: '=1+1 {称呼}，{上次买的}' });

  test('xlsx: all cells are texts, numbers whole, nothing a formula; columns as they were laid out', async () => {
    const path = join(temporaryFolder(), 'list.xlsx');
    const list = composed(risky);
    expect(list.messages.map(({ person }) => person.customer)).toEqual([1, 2, 4, 6]);
    expect(await writeSendList(list, layout, risky.text, path)).toBe(4);
    const book = new Excel.Workbook();
    await book.xlsx.readFile(path);
    const sheet = book.worksheets[0] ?? expect.fail('a sheet');
    const rows = sheet
      .getSheetValues()
      .slice(1)
      .map((row) => (row as unknown[]).slice(1));
    expect(rows.slice(0, 3)).toEqual([
      ['手机号', '正文', '称呼', '上次买的', '单号', '空列'],
      ['13800138001', '=1+1 王予安，正山 小种 {特级}', '王予安', '正山 小种 {特级}', '2611204842500275001'],
      ['057188889999', '=1+1 =cmd|1，杯', '=cmd|1', '杯', '900000004'],
    ]);
    sheet.eachRow((row) =>
      row.eachCell((cell) => expect([Excel.ValueType.String, Excel.ValueType.RichText]).toContain(cell.type)),
    );
    // Nothing half written is left behind.
    expect(readdirSync(join(path, '..'))).toEqual(['list.xlsx']);
  });

  test('csv: without heads a line is a person; formulas are defused, mobile numbers stand bare', async () => {
    const path = join(temporaryFolder(), 'list.csv');
    await writeSendList(composed(risky), { ...layout, format: 'csv', heads: false }, risky.text, path);
    const raw = readFileSync(path, 'utf8');
    expect(raw.startsWith('\ufeff13800138001,')).toBe(true);
    const { data } = Papa.parse<string[]>(raw.slice(1), { skipEmptyLines: true });
    expect(data).toHaveLength(4);
    expect(data[1]?.slice(0, 3)).toEqual(["'057188889999", "'=1+1 =cmd|1，杯", "'=cmd|1"]);
  });

  test('headless xlsx begins with the first person', async () => {
    const path = join(temporaryFolder(), 'list.xlsx');
    await writeSendList(composed(risky), { ...layout, heads: false }, risky.text, path);
    const book = new Excel.Workbook();
    await book.xlsx.readFile(path);
    expect(book.worksheets[0]?.getRow(1).getCell(1).value).toBe('13800138001');
    expect(book.worksheets[0]?.actualRowCount).toBe(4);
  });

  test('a place that cannot be written is said, and nothing is left', async () => {
    const path = join(temporaryFolder(), 'none', 'list.csv');
    await expect(writeSendList(composed(risky), layout, risky.text, path)).rejects.toMatchObject({
      code: 'save-failed',
    });
    expect(existsSync(path)).toBe(false);
  });

  test.each(['zh-CN', 'en'] as const)('layouts to begin with (%s) can be written', async (language) => {
    for (const [at, first] of firstLayouts(language).entries()) {
      const path = join(temporaryFolder(), `${at}.${first.format}`);
      expect(await writeSendList(composed(risky), first, risky.text, path)).toBe(4);
    }
  });
});

describe('templates and layouts go through the journal', () => {
  test('each step is taken back and brought again; the ledger says the same as before', () => {
    const before = stateHash(reading);
    const edits: number[] = [];
    const begun = addTemplates(reading, firstTemplates('zh-CN'), act('templates.begin'));
    expect(begun.templates).toBe(8);
    expect(addTemplates(reading, firstTemplates('zh-CN'), act('templates.begin'))).toEqual({
      edit: null,
      templates: 0,
    });
    edits.push(begun.edit ?? expect.fail('an edit'));
    const saved = saveTemplate(reading, { template: null, content: text({}) }, act('templates.save'));
    edits.push(saved.edit);
    edits.push(
      saveTemplate(reading, { template: saved.template, content: text({ name: '秋茶' }) }, act('templates.save')).edit,
    );
    const layout = saveSendLayout(
      reading,
      { layout: null, content: firstLayouts('zh-CN')[0] ?? expect.fail('one') },
      act('sendLists.saveLayout'),
    );
    edits.push(layout.edit);
    expect(sendLayouts(reading)).toHaveLength(1);
    edits.push(removeSendLayout(reading, layout.layout, act('sendLists.removeLayout')).edit);
    edits.push(removeTemplate(reading, saved.template, act('templates.remove')).edit);
    const after = stateHash(reading);
    expect(after).not.toBe(before);
    expect(listJournal(reading, { from: 0, count: 3 }).entries.map(({ subject }) => subject)).toEqual([
      '秋茶',
      '手机号 + 内容',
      '手机号 + 内容',
    ]);

    undoEdit(reading, edits.at(-1) ?? 0, back);
    expect(storedTemplates(reading).at(-1)).toMatchObject({ template: saved.template, content: { name: '秋茶' } });
    for (const edit of edits.toReversed()) undoEdit(reading, edit, back);
    expect(stateHash(reading)).toBe(before);
    for (const edit of edits) redoEdit(reading, edit, back);
    expect(stateHash(reading)).toBe(after);
    expect(() => removeTemplate(reading, 99, act('templates.remove'))).toThrow(
      expect.objectContaining({ code: 'template-unknown' }),
    );
    expect(() => removeSendLayout(reading, 99, act('x'))).toThrow(expect.objectContaining({ code: 'layout-unknown' }));
    // A number never means another thing.
    expect(saveTemplate(reading, { template: null, content: text({}) }, act('templates.save')).template).toBe(
      saved.template + 1,
    );
  });
});
