/**
 * Whom the rules of care let be, of those whom they name for the first time; and with whom they arose. A pure function of the ledger, the suggestions
 * and the day: what is kept is only looked at here.
 *
 * Why draws are kept, though suggestions are not: an arm by a number of the person alone would need no keeping, but could be alike in all tiers by luck only,
 * would change when files give a person a better identity, and with every change of the share. And with whom a rule arose cannot be found out
 * afterwards: who bought is dormant no more, who paid is not unpaid, who answered is in another tier. So the people a comparison is made of would depend
 * on what came of it.
 */

import { addDays, type Day } from '../../../src-shared/day.ts';
import type { IdentityKey } from '../../../src-shared/identity.ts';
import type { CustomerScores } from '../../ledger/customers-scores.ts';
import {
  type CareDraw,
  type CareOccurrence,
  careArms,
  drawnOfStrata,
  keptOccurrences,
} from '../../ledger/follow-ups/care-draws.ts';
import { followUpsOf } from '../../ledger/follow-ups/stored-follow-ups.ts';
import type { Reading } from '../../ledger/transaction.ts';
import { dayNumber, type Purchases } from '../../metrics/prediction/purchases.ts';
import { drawNext } from '../../metrics/uplift/draw.ts';
import { stratumOf } from '../stratum-of.ts';
import type { NumberedRule } from '../suggest.ts';
import type { Suggestion } from '../trigger-room.ts';

export interface Newcomers {
  /** In the order in which they are to be kept. */
  readonly drawn: readonly CareDraw[];
  readonly occurred: readonly CareOccurrence[];
}

interface Surroundings {
  readonly reading: Reading;
  readonly on: Day;
  readonly scores: CustomerScores;
  readonly purchases: ReadonlyMap<number, Purchases>;
}

/** The seed of a rule that is only tried: its arms are an example. */
const EXAMPLE_SEED = 1;

/** With whom something of a rule is agreed already: they are not drawn while it is open, for a promise is kept. */
function promisedBy(reading: Reading): ReadonlySet<string> {
  return new Set(followUpsOf(reading, 'open').map(({ customer, content }) => `${content.rule} ${customer}`));
}

function newcomersOf(
  { reading, on, scores, purchases }: Surroundings,
  { rule, content }: NumberedRule,
  suggestions: readonly Suggestion[],
  isPromised: (customer: number) => boolean,
): Newcomers {
  const arms = careArms(reading, rule);
  const anchor = reading.connection.prepare<[number], IdentityKey>(
    'select anchor_kind as kind, anchor_value as value from customer where customer_id = ?',
  );
  const fresh = [...new Set(suggestions.map(({ customer }) => customer))].flatMap((customer) => {
    const key = arms.has(customer) || isPromised(customer) ? undefined : anchor.get(customer);
    return key === undefined ? [] : [{ customer, ...key, stratum: stratumOf(scores, customer) }];
  });
  const drawnNow = drawNext(
    fresh.map(({ kind, value, stratum }) => ({ key: `${kind}:${value}`, stratum })),
    content.seed ?? EXAMPLE_SEED,
    content.share,
    drawnOfStrata(reading, rule),
  );
  const drawn = fresh.map((person, at) => ({
    ...person,
    rule,
    arm: drawnNow[at] ?? ('contacted' as const),
    share: content.share,
  }));
  const known = new Set([...arms.keys(), ...drawn.map(({ customer }) => customer)]);
  const kept = keptOccurrences(reading, rule);
  const today = dayNumber(on);
  const occurred = suggestions
    .filter(({ day, origin, customer }) => day <= on && known.has(customer) && !kept.has(origin))
    .map(({ origin, customer }) => {
      // What they bought on the day already is no answer.
      const hasBought = purchases.get(customer)?.days.at(-1) === today;
      return { rule, origin, customer, from: hasBought ? addDays(on, 1) : on };
    });
  return { drawn, occurred };
}

/** Of the rules that let somebody be. Whoever the guard holds back otherwise is drawn too, in both arms alike. */
export function newcomers(
  surroundings: Surroundings,
  rules: readonly NumberedRule[],
  suggestions: readonly Suggestion[],
): Newcomers {
  const comparing = rules.filter(({ content }) => content.on && content.share > 0);
  if (comparing.length === 0) return { drawn: [], occurred: [] };
  const promised = promisedBy(surroundings.reading);
  const all = comparing.map((rule) =>
    newcomersOf(
      surroundings,
      rule,
      suggestions.filter((one) => one.rule === rule.rule),
      (customer) => promised.has(`${rule.rule} ${customer}`),
    ),
  );
  return { drawn: all.flatMap(({ drawn }) => drawn), occurred: all.flatMap(({ occurred }) => occurred) };
}
