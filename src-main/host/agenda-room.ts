/** What the rules of care suggest, worked out in a worker once for every state of the ledger; and the agenda made of it. */

import type { TierBasis } from '../../src-shared/contract/customers.ts';
import type { FollowUpContent } from '../../src-shared/contract/follow-ups.ts';
import type { Forecast } from '../../src-shared/contract/forecasts.ts';
import type { ParsedParamsOf } from '../../src-shared/contract/index.ts';
import { Problem } from '../../src-shared/problem.ts';
import { type Agenda, makeAgenda } from '../followups/agenda.ts';
import { letBeBy } from '../followups/guard/held-back.ts';
import { stakesOf } from '../followups/stakes.ts';
import type { NumberedRule, Suggested } from '../followups/suggest.ts';
import { changesOf } from '../importing/carry-out.ts';
import { keepDraws } from '../ledger/follow-ups/care-draws.ts';
import { careRules } from '../ledger/follow-ups/care-rules.ts';
import { hasOpenFollowUps } from '../ledger/follow-ups/stored-follow-ups.ts';
import type { Reading } from '../ledger/transaction.ts';
import { purchasesOf } from '../metrics/prediction/purchases.ts';
import { type Desk, runHere } from './desk.ts';
import type { Ways } from './handlers.ts';
import { remembered } from './remembered.ts';

/** A follow-up or a contact changes nothing that rules look at. */
const looked = `select max(edit_id), count(undone_at) from journal where table_name not in ('follow_up', 'contact')`;

/** So many questions are remembered: today's, and that of a page that asks otherwise. */
const REMEMBERED = 4;

export interface Suggesting {
  readonly rules: readonly NumberedRule[];
  readonly suggested: Suggested;
}

const nothing: Suggested = {
  suggestions: [],
  came: [],
  stakes: new Map(),
  newcomers: { drawn: [], occurred: [] },
  measured: new Map(),
};

export type Which = Pick<ParsedParamsOf<'followUps.drop'>, 'origin' | 'customer' | 'basis'>;

export interface AgendaRoom {
  readonly suggesting: (basis: TierBasis) => Promise<Suggesting>;
  readonly forecastFor: (basis: TierBasis) => Promise<Forecast>;
  /** The agenda, and then what is asked of it, in one reading. */
  readonly agendaOf: <Result>(
    asked: { readonly basis: TierBasis; readonly clock?: string | undefined },
    work: (reading: Reading, agenda: Agenda, suggesting: Suggesting) => Result,
  ) => Promise<Result>;
  /** What a suggestion says, as the follow-up it becomes when somebody acts on it; null: none of that origin is suggested, or they are let be. */
  readonly suggestedContent: (which: Which) => Promise<FollowUpContent | null>;
}

export function agendaRoom(
  desk: Desk,
  ways: Ways,
  forecastOf: (question: ParsedParamsOf<'forecasts.read'>) => Promise<Forecast>,
): AgendaRoom {
  const keep = remembered<Suggesting>(REMEMBERED);
  /** What is being written of those who were drawn last. */
  let writing: Promise<void> = Promise.resolve();
  const forecastFor = ({ on, excluded }: TierBasis) => forecastOf(excluded === undefined ? { on } : { on, excluded });

  /**
   * Writes down who was drawn, and with whom rules arose. Nobody waits for it, for the answer knows of them already; but nobody is drawn again before it
   * is done. Of a day that has not come nothing is kept.
   */
  const writeDown = ({ newcomers }: Suggested, { on }: TierBasis): void => {
    if (on > desk.clock.today() || newcomers.drawn.length + newcomers.occurred.length === 0) return;
    writing = ways
      .act((ledger) => keepDraws(ledger, newcomers))
      .catch((error: unknown) => {
        // The disk is full, another ledger is open: they are drawn alike when they are drawn again.
        if (!(error instanceof Problem)) throw error;
      });
    // It is thrown to whoever asks next.
    writing.catch(() => undefined);
  };

  const written = async (): Promise<void> => {
    const before = writing;
    writing = before.catch(() => undefined);
    await before;
  };

  let drawing: Promise<unknown> = Promise.resolve();
  /** One draw after another: two at once would each draw the same newcomers, perhaps otherwise, and the draw of one alone is kept. */
  const inTurn = <Result>(draw: () => Promise<Result>): Promise<Result> => {
    const drawn = drawing.then(draw);
    drawing = drawn.catch(() => undefined);
    return drawn;
  };

  const suggesting = async (basis: TierBasis): Promise<Suggesting> => {
    const state = await ways.ask(({ connection }) => [changesOf(connection), connection.prepare(looked).raw().get()]);
    const key = JSON.stringify([desk.ledger.folder(), state, basis]);
    return keep(key, async () => {
      const rules = await ways.ask(careRules);
      if (!rules.some(({ content }) => content.on)) return { rules, suggested: nothing };
      const forecast = await forecastFor(basis);
      return inTurn(async () => {
        await written();
        const suggested = await runHere(desk, 'suggest', { basis, rules, forecast });
        writeDown(suggested, basis);
        return { rules, suggested };
      });
    });
  };

  /** The agenda, and then what is asked of it, in one reading. */
  const agendaOf = async <Result>(
    { basis, clock }: { readonly basis: TierBasis; readonly clock?: string | undefined },
    work: (reading: Reading, agenda: Agenda, suggesting: Suggesting) => Result,
  ): Promise<Result> => {
    const found = await suggesting(basis);
    // A shop without rules and follow-ups is spared a fit.
    const isNeeded = found.rules.some(({ content }) => content.on) || (await ways.ask(hasOpenFollowUps));
    const forecast = isNeeded ? await forecastFor(basis) : null;
    return ways.ask((reading) => {
      const stakeOf = (customer: number) => {
        const one = [...purchasesOf(reading, { on: basis.on, excluded: basis.excluded }, customer)];
        const stakes = stakesOf([customer], new Map(one.map((bought) => [customer, bought])), forecast, basis.on);
        return stakes.get(customer) ?? { chance: null, worthMinor: null };
      };
      const moment = clock === 'now' ? desk.clock.timeOfDay() : clock;
      const agenda = makeAgenda(reading, { basis, clock: moment, ...found, stakeOf }, desk.scores);
      return work(reading, agenda, found);
    });
  };

  /** What a suggestion says, as the follow-up it becomes when somebody acts on it; null: none of that origin is suggested, or they are let be. */
  const suggestedContent = async ({ origin, basis }: Which): Promise<FollowUpContent | null> => {
    if (!origin.startsWith('rule:')) return null;
    const { suggested } = await suggesting(basis);
    const found = suggested.suggestions.find((one) => one.origin === origin);
    if (found === undefined) return null;
    const { drawn } = suggested.newcomers;
    const compared = await ways.ask((reading) => letBeBy(reading, drawn)(found.customer, found.rule));
    if (compared !== null) return null;
    const { day, reason, rule, channel, note } = found;
    return { state: 'open', day, reason, rule, channel, note, repeat: null, log: [] };
  };

  return { suggesting, forecastFor, agendaOf, suggestedContent };
}
