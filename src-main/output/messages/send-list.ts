/** A send list: who gets a text, who does not and why, and the file with the messages in the columns that are asked for. */

import type { LayoutContent, SendColumn, SendRequest, SendReview } from '../../../src-shared/contract/send-lists.ts';
import { type LeftReason, leftReasons } from '../../../src-shared/contract/templates.ts';
import { bannedIn } from '../../../src-shared/message/banned-words.ts';
import { mergeFieldNames } from '../../../src-shared/message/merge-fields.ts';
import { sendHeads } from '../../../src-shared/message/send-heads.ts';
import { smsLength } from '../../../src-shared/message/sms-length.ts';
import { fieldsIn, fieldText, isChinese } from '../../../src-shared/message/template-text.ts';
import { customerView } from '../../ledger/customer-filter.ts';
import { customerIds, scoresFor } from '../../ledger/customers.ts';
import type { ScoresOf } from '../../ledger/customers-scores.ts';
import { readSettings } from '../../ledger/settings.ts';
import type { Reading } from '../../ledger/transaction.ts';
import type { ListCell } from '../customer-list.ts';
import { wholeFile } from '../whole-file.ts';
import { writeCsv } from '../write-csv.ts';
import { type SheetList, writeXlsx } from '../write-xlsx.ts';
import { type Message, messagesFor } from './message-for.ts';

/** So many of those left out are named, for each reason. */
const NAMED = 20;
const peoplePerTurn = 1000;

export interface SendList extends SendReview {
  /** Those who go. Each has a message, and nothing that speaks against it. */
  readonly messages: readonly Message[];
}

interface Left {
  count: number;
  readonly people: { customer: number; name: string; what: string }[];
}

/** `onPeople` is told of each thousand people looked at, and may throw to give up. */
export function composeSendList(
  reading: Reading,
  { filter, basis, sort, content }: SendRequest,
  scoresOf: ScoresOf,
  onPeople: (done: number, total: number) => void = () => undefined,
): SendList {
  const scores = scoresFor(reading, { filter, basis, sort }, scoresOf);
  const view = customerView(reading, scores, filter, sort);
  const { on, excluded } = basis;
  const messageOf = messagesFor(reading, scores, { content, on, shop: filter.shop, excluded });
  const { bannedWords } = readSettings(reading);
  const isSms = content.channel === 'sms';
  const byPhone = new Map<string, string>();
  const left = new Map<LeftReason, Left>();
  const leave = (why: LeftReason, what: string, { person }: Message): void => {
    const here = left.get(why) ?? { count: 0, people: [] };
    here.count += 1;
    if (here.people.length < NAMED) here.people.push({ customer: person.customer, name: person.name, what });
    left.set(why, here);
  };
  const messages: Message[] = [];
  let [looked, segments, mostSegments, banned] = [0, 0, 0, 0];
  for (const id of customerIds(scores, view.places)) {
    const made = messageOf(id);
    if (made === null) continue;
    looked += 1;
    if (looked % peoplePerTurn === 0) onPeople(looked, view.places.length);
    const { person, message } = made;
    const [first] = made.left;
    // Two people at one number: it would ring twice.
    const other = isSms && person.phone !== null ? byPhone.get(person.phone) : undefined;
    if (first !== undefined || message === null) leave(first?.why ?? 'missing', first?.what ?? '', made);
    else if (other !== undefined) leave('samePhone', other, made);
    else {
      if (person.phone !== null) byPhone.set(person.phone, person.name);
      messages.push(made);
      if (bannedIn(message, bannedWords).length > 0) banned += 1;
      const length = isSms ? smsLength(message).segments : 0;
      segments += length;
      mostSegments = Math.max(mostSegments, length);
    }
  }
  const reasons = leftReasons.flatMap((why) => {
    const here = left.get(why);
    return here === undefined ? [] : [{ why, ...here }];
  });
  return {
    looked,
    going: messages.length,
    left: reasons,
    segments: isSms ? segments : null,
    mostSegments: isSms ? mostSegments : null,
    banned,
    messages,
  };
}

function textOf(column: Exclude<SendColumn, 'fields'>, { person, message }: Message): string | null {
  switch (column) {
    case 'phone':
    case 'email':
    case 'address':
      return person[column];
    case 'customer':
      return person.name;
    case 'message':
      return message;
    case 'blank':
      return null;
    case 'name':
    case 'nick':
    case 'shop':
    case 'lastItem':
    case 'lastDay':
    case 'lastMonth':
    case 'days':
    case 'orders':
    case 'city':
    case 'lastOrder':
    case 'today':
      return fieldText(person.values, column);
  }
}

/** The columns of a layout for a text: `fields` are as many as it has. */
function columnsOf({ columns }: LayoutContent, text: string) {
  const language = isChinese(text) ? 'zh-CN' : 'en';
  return columns.flatMap(({ head, what }) => {
    if (what !== 'fields') return [{ head: head === '' ? sendHeads[language][what] : head, what }];
    return fieldsIn(text).map((field) => ({ head: mergeFieldNames[language][field], what: field }));
  });
}

/** The messages as a sheet: all texts, so that no number loses a digit and nothing is a formula. */
export function sendSheet(messages: readonly Message[], layout: LayoutContent, text: string): SheetList {
  const columns = columnsOf(layout, text);
  return {
    heads: columns.map(({ head }) => head),
    headless: !layout.heads,
    kinds: columns.map(() => 'text' as const),
    currency: 'CNY',
    *rows() {
      for (const made of messages)
        yield columns.map(({ what }): ListCell => {
          const said = textOf(what, made);
          return said === null || said === '' ? { kind: 'empty' } : { kind: 'text', text: said };
        });
    },
  };
}

/** Writes the file, whole or not at all. */
export function writeSendList(
  { messages }: Pick<SendList, 'messages'>,
  layout: LayoutContent,
  text: string,
  path: string,
): Promise<number> {
  const sheet = sendSheet(messages, layout, text);
  const name = isChinese(text) ? '名单' : 'List';
  const noWatch = (): void => undefined;
  return wholeFile(path, (unfinished) =>
    layout.format === 'csv'
      ? Promise.resolve(writeCsv(unfinished, sheet, noWatch))
      : writeXlsx(unfinished, sheet, name, noWatch),
  );
}
