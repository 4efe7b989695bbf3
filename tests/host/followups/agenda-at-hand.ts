/** The agenda of a small ledger, as the host works it out. */

import { makeAgenda } from '../../../src-main/followups/agenda.ts';
import { answerToday } from '../../../src-main/followups/agenda-answers.ts';
import type { Stake } from '../../../src-main/followups/stakes.ts';
import { suggest } from '../../../src-main/followups/suggest.ts';
import { careRules } from '../../../src-main/ledger/follow-ups/care-rules.ts';
import { scoreSource } from '../../../src-main/metrics/rfm.ts';
import type { CareRuleContent } from '../../../src-shared/contract/care-rules.ts';
import type { Day } from '../../../src-shared/day.ts';
import type { SmallLedger } from '../metrics/small-ledger.ts';

export function ruleOf(content: Partial<CareRuleContent> & Pick<CareRuleContent, 'trigger'>): CareRuleContent {
  return {
    name: content.trigger.kind,
    on: true,
    where: null,
    channel: null,
    template: null,
    note: '',
    lasts: 10,
    coolDown: 0,
    stopsAtOrder: true,
    share: 0,
    windowDays: 30,
    seed: null,
    ...content,
  };
}

/** `stake`: of everybody; without, nothing is known. */
export function agendaAt({ reading, lines }: SmallLedger, on: Day, clock?: string, stake?: () => Stake) {
  const basis = { on, definition: 'quantile' } as const;
  const rules = careRules(reading);
  const scores = scoreSource(lines);
  const found = suggest(reading, { basis, rules, forecast: null }, scores);
  const suggested = stake === undefined ? found : { ...found, stakes: new Map() };
  const stakeOf = stake ?? (() => ({ chance: null, worthMinor: null }));
  const agenda = makeAgenda(reading, { basis, clock, rules, suggested, stakeOf }, scores);
  return { agenda, suggested, today: answerToday(reading, agenda, suggested.came, rules.length) };
}
