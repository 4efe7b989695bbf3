/** One person's message: the text filled in, and why they would not get it. The contact guard is asked of everybody. */

import type { LeftOut, TemplateContent } from '../../../src-shared/contract/templates.ts';
import type { Day } from '../../../src-shared/day.ts';
import type { MergeField } from '../../../src-shared/message/merge-fields.ts';
import { type SmsFrame, smsText } from '../../../src-shared/message/sms-length.ts';
import { fillTemplate, isChinese } from '../../../src-shared/message/template-text.ts';
import { guardOf } from '../../followups/guard/held-back.ts';
import type { CustomerScores } from '../../ledger/customers-scores.ts';
import { readSettings } from '../../ledger/settings.ts';
import type { Reading } from '../../ledger/transaction.ts';
import { type PersonToWrite, peopleToWrite } from './people-to-write.ts';

export interface Message {
  readonly person: PersonToWrite;
  /** With signature and way out where it is a text message; null: something is missing. */
  readonly message: string | null;
  readonly missing: readonly MergeField[];
  readonly unknown: readonly string[];
  /** None: they get it. */
  readonly left: readonly LeftOut[];
}

/** A number that begins with 0 is a landline: it can be called, and takes no text message. */
function lacksReach({ phone, nick, order, email, address }: PersonToWrite, channel: TemplateContent['channel']) {
  switch (channel) {
    case 'phone':
      return phone === null ? 'noPhone' : null;
    case 'sms':
      return phone === null || phone.startsWith('0') ? 'noPhone' : null;
    case 'marketplace':
      return nick === null && order === null ? 'noNick' : null;
    case 'email':
      return email === null ? 'noEmail' : null;
    case 'post':
      return address === null ? 'noAddress' : null;
    case 'wechat':
      // No file says who they are there: the owner finds them by name.
      return null;
  }
}

export interface MessageQuestion {
  readonly content: TemplateContent;
  /** The shop's day it is for. */
  readonly on: Day;
  readonly shop: number | undefined;
  readonly excluded: boolean | undefined;
}

/** Makes messages one by one; who is gone gives null. */
export function messagesFor(
  reading: Reading,
  scores: CustomerScores,
  { content, on, shop, excluded }: MessageQuestion,
): (customer: number) => Message | null {
  const { channel, text } = content;
  const { smsSignature, smsOptOut } = readSettings(reading);
  const frame: SmsFrame = { signature: smsSignature, optOut: smsOptOut };
  const personOf = peopleToWrite(reading, scores, { on, shop, excluded, chinese: isChinese(text) });
  const guard = guardOf(reading, { on });
  return (customer) => {
    const person = personOf(customer);
    if (person === null) return null;
    const { text: filled, missing, unknown } = fillTemplate(text, person.values);
    const reach = lacksReach(person, channel);
    const left: LeftOut[] = [
      ...(unknown.length > 0 ? [{ why: 'unknown' as const, what: unknown.join(' ') }] : []),
      ...guard(customer).map(({ why, what }) => ({ why, what })),
      ...(reach === null ? [] : [{ why: reach, what: '' } as const]),
      ...(missing.length > 0 ? [{ why: 'missing' as const, what: missing.join(', ') }] : []),
    ];
    const message = filled === null ? null : channel === 'sms' ? smsText(filled, frame) : filled;
    return { person, message, missing, unknown, left };
  };
}
