/** What the templates say to a person who is about to be contacted. The contact guard is asked first. */

import type { ContactChannel, Held } from '../../../src-shared/contract/follow-ups.ts';
import type { SpokenText } from '../../../src-shared/contract/what-to-say.ts';
import type { Day } from '../../../src-shared/day.ts';
import { bannedIn } from '../../../src-shared/message/banned-words.ts';
import { smsLength, smsText } from '../../../src-shared/message/sms-length.ts';
import { fillTemplate, isChinese } from '../../../src-shared/message/template-text.ts';
import { guardOf } from '../../followups/guard/held-back.ts';
import type { CustomerScores } from '../../ledger/customers-scores.ts';
import { careRules } from '../../ledger/follow-ups/care-rules.ts';
import { readSettings } from '../../ledger/settings.ts';
import { type StoredTemplate, storedTemplates } from '../../ledger/templates/stored-templates.ts';
import type { Reading } from '../../ledger/transaction.ts';
import { type PersonToWrite, peopleToWrite } from './people-to-write.ts';

export interface SayQuestion {
  /** The shop's day it is for. */
  readonly on: Day;
  readonly excluded: boolean | undefined;
}

/** Whom, by what, and the rule that suggests it. */
export interface Occasion {
  readonly customer: number;
  readonly channel: ContactChannel;
  readonly rule: number | null;
}

export interface WhatToSay {
  /** Best first; none to whoever is held back. */
  readonly texts: readonly SpokenText[];
  readonly offered: number | null;
  readonly held: readonly Held[];
}

/** Ways to write a few lines to one person: what was written for one can be said by another. */
const chats: ReadonlySet<ContactChannel> = new Set(['sms', 'wechat', 'marketplace']);

/** 0: for this very way; 1: for one like it; 2: for another. */
function distanceOf(template: ContactChannel, asked: ContactChannel): number {
  if (template === asked) return 0;
  return chats.has(template) && chats.has(asked) ? 1 : 2;
}

interface Ranked {
  readonly distance: number;
  readonly isOfRule: boolean;
  readonly text: SpokenText;
}

function ranked(a: Ranked, b: Ranked): number {
  return (
    a.distance - b.distance ||
    Number(a.text.message === null) - Number(b.text.message === null) ||
    Number(b.isOfRule) - Number(a.isOfRule)
  );
}

/** Answers for one person after the other; who is gone gives null. What is the same for all is read once. */
export function whatToSay(
  reading: Reading,
  scores: CustomerScores,
  { on, excluded }: SayQuestion,
): (occasion: Occasion) => WhatToSay | null {
  const { smsSignature: signature, smsOptOut: optOut, bannedWords } = readSettings(reading);
  const templates = storedTemplates(reading);
  const rules = new Map(careRules(reading).map(({ rule, content }) => [rule, content]));
  const guard = guardOf(reading, { on });
  const inChinese = peopleToWrite(reading, scores, { on, shop: undefined, excluded, chinese: true });
  const inEnglish = peopleToWrite(reading, scores, { on, shop: undefined, excluded, chinese: false });

  const spoken = ({ template, content }: StoredTemplate, { values }: PersonToWrite, asked: ContactChannel) => {
    const { text, missing, unknown } = fillTemplate(content.text, values);
    // What leaves as a text message is signed and offers a way out, whatever it was written for; in a chat neither is wanted.
    const isSms = asked === 'sms';
    const message = text !== null && isSms ? smsText(text, { signature, optOut }) : text;
    return {
      template,
      name: content.name,
      channel: content.channel,
      message,
      missing: [...missing],
      unknown: [...unknown],
      sms: message === null || !isSms ? null : smsLength(message),
      banned: message === null ? [] : [...bannedIn(message, bannedWords)],
    };
  };

  return ({ customer, channel, rule }) => {
    const person = inChinese(customer);
    if (person === null) return null;
    const held = guard(customer, rule);
    if (held.length > 0) return { texts: [], offered: null, held };
    const suggesting = rule === null ? undefined : rules.get(rule);
    const chosen = templates.some(({ template }) => template === suggesting?.template) ? suggesting?.template : null;
    const all = templates.map((one): Ranked => {
      const { channel: of, name, text } = one.content;
      const said = isChinese(text) ? person : (inEnglish(customer) ?? person);
      return {
        // What the owner chose for the rule goes before everything; without, what is called as the rule is.
        distance: one.template === chosen ? -1 : distanceOf(of, channel),
        isOfRule: name.trim() === suggesting?.name.trim(),
        text: spoken(one, said, channel),
      };
    });
    all.sort(ranked);
    const offered = all.find(({ distance, text }) => distance < 2 && text.message !== null);
    return { texts: all.map(({ text }) => text), offered: offered?.text.template ?? null, held };
  };
}
