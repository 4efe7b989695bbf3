/** A text as one person of a list would get it. */

import type { ParsedParamsOf, ResultOf } from '../../../src-shared/contract/index.ts';
import { bannedIn } from '../../../src-shared/message/banned-words.ts';
import { smsLength } from '../../../src-shared/message/sms-length.ts';
import { customerView } from '../../ledger/customer-filter.ts';
import { customerIds, scoresFor } from '../../ledger/customers.ts';
import type { ScoresOf } from '../../ledger/customers-scores.ts';
import { readSettings } from '../../ledger/settings.ts';
import type { Reading } from '../../ledger/transaction.ts';
import { messagesFor } from './message-for.ts';

export function previewMessage(
  reading: Reading,
  { filter, basis, sort, content, at: asked }: ParsedParamsOf<'templates.preview'>,
  scoresOf: ScoresOf,
): ResultOf<'templates.preview'> {
  const scores = scoresFor(reading, { filter, basis, sort }, scoresOf);
  const { places } = customerView(reading, scores, filter, sort);
  const total = places.length;
  const at = Math.max(0, Math.min(asked, total - 1));
  const [customer] = customerIds(scores, places.subarray(at, at + 1));
  const question = { content, on: basis.on, shop: filter.shop, excluded: basis.excluded };
  const made = customer === undefined ? null : messagesFor(reading, scores, question)(customer);
  if (made === null) return { total, at, person: null };
  const { person, message, missing, unknown, left } = made;
  return {
    total,
    at,
    person: {
      customer: person.customer,
      name: person.name,
      message,
      missing: [...missing],
      unknown: [...unknown],
      left: [...left],
      sms: message === null || content.channel !== 'sms' ? null : smsLength(message),
      banned: message === null ? [] : [...bannedIn(message, readSettings(reading).bannedWords)],
    },
  };
}
