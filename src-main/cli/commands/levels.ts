/** `levels`: the owner's levels and how many have each; rules tried or saved from JSON; a level given to one customer by hand, or taken back. */

import { readFileSync } from 'node:fs';
import { levelRulesSchema } from '../../../src-shared/contract/level-rules.ts';
import { dayOf } from '../../../src-shared/day.ts';
import { levelRuleText, levelSpanText } from '../../../src-shared/level-text.ts';
import { type LevelRules, noLevel } from '../../../src-shared/levels.ts';
import { formatMinor, minorOf } from '../../../src-shared/money.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { type Command, type Desk, type Outcome, say } from '../desk.ts';
import { tableText } from '../table.ts';
import { dayOption, shopOption } from './book.ts';
import { excludedOption } from './figure-notices.ts';

function wrong(desk: Desk): never {
  throw new Problem('arguments-invalid', { found: ['levels', ...desk.invocation.words].join(' ') });
}

async function basisOf(desk: Desk) {
  return { on: dayOption(desk), definition: 'quantile', ...(await shopOption(desk)), ...excludedOption(desk) } as const;
}

async function savedRules(desk: Desk): Promise<LevelRules> {
  return (await desk.client.call('settings.read', {})).levels;
}

/** JSON on the command line, or in a file. Throws `arguments-invalid`, `file-not-found`. */
function rulesIn(desk: Desk, given: string | undefined) {
  if (given === undefined) return wrong(desk);
  let text = given;
  if (!given.trimStart().startsWith('{')) {
    try {
      text = readFileSync(given, 'utf8');
    } catch {
      throw new Problem('file-not-found', { name: given });
    }
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return wrong(desk);
  }
  const read = levelRulesSchema.safeParse(json);
  return read.success ? read.data : wrong(desk);
}

function customerIn(desk: Desk, word: string | undefined): number {
  return word !== undefined && /^[1-9]\d{0,14}$/.test(word) ? Number(word) : wrong(desk);
}

const nameIn = ({ levels }: LevelRules, level: number): string => levels.find(({ id }) => id === level)?.name ?? '—';

async function shown(desk: Desk): Promise<Outcome> {
  const { language } = desk.invocation;
  const rules = await savedRules(desk);
  const summary = await desk.client.call('levels.summary', { basis: await basisOf(desk) });
  const rows = summary.counts.map(({ level, customers, netMinor }) => {
    const found = rules.levels.find(({ id }) => id === level);
    return [
      level === noLevel ? '' : String(level),
      found?.name ?? say(language, '没有等级', 'no level'),
      found === undefined ? '' : levelRuleText(found, language, summary.currency),
      found === undefined ? '' : levelSpanText(found, language),
      String(customers),
      formatMinor(minorOf(netMinor), summary.currency),
    ];
  });
  return {
    value: { rules, ...summary },
    text: [
      ...(rules.on
        ? []
        : [say(language, '还没启用：下面是启用后的样子。', 'Not in force yet: this is what they would be.')]),
      tableText(
        [
          { head: '#', right: true },
          { head: say(language, '等级', 'level') },
          { head: say(language, '规则', 'rule') },
          { head: '' },
          { head: say(language, '人数', 'customers'), right: true },
          { head: say(language, '净额', 'net'), right: true },
        ],
        rows,
      ),
    ].join('\n\n'),
  };
}

async function tried(desk: Desk, given: string | undefined): Promise<Outcome> {
  const { language } = desk.invocation;
  const rules = rulesIn(desk, given);
  const saved = await savedRules(desk);
  const preview = await desk.client.call('levels.preview', { basis: await basisOf(desk), rules });
  return {
    value: preview,
    text: tableText(
      [
        { head: say(language, '从', 'from') },
        { head: say(language, '到', 'to') },
        { head: say(language, '人数', 'customers'), right: true },
      ],
      preview.moves.map(({ from, to, customers }) => [nameIn(saved, from), nameIn(rules, to), String(customers)]),
    ),
  };
}

async function given(desk: Desk, customer: number, word: string | undefined): Promise<Outcome> {
  const { until, reason } = desk.invocation.options;
  const { levels } = await savedRules(desk);
  const level = word === '0' ? noLevel : levels.find(({ id, name }) => String(id) === word || name === word)?.id;
  if (level === undefined) throw new Problem('level-unknown', { level: word ?? '' });
  const end = until === undefined ? null : dayOf(until);
  if (until !== undefined && end === null) throw new Problem('day-invalid', { found: until });
  const { edit } = await desk.client.call('customers.setLevel', {
    customer,
    level: { level, from: dayOption(desk), until: end, reason: reason ?? wrong(desk) },
  });
  return levelOf(desk, customer, edit);
}

async function levelOf(desk: Desk, customer: number, edit: number | null): Promise<Outcome> {
  const { shop: _, ...basis } = await basisOf(desk);
  const level = await desk.client.call('customers.level', { customer, basis });
  return { value: { edit, level }, text: level.name ?? say(desk.invocation.language, '没有等级', 'no level') };
}

export const levelsCommand: Command = async (desk) => {
  const [verb, word, ...rest] = desk.invocation.words;
  switch (verb) {
    case undefined:
      return shown(desk);
    case 'try':
      return tried(desk, word);
    case 'save':
      await desk.client.call('settings.change', { levels: rulesIn(desk, word) });
      return shown(desk);
    case 'give':
      return given(desk, customerIn(desk, word), rest[0]);
    case 'take': {
      const customer = customerIn(desk, word);
      const { edit } = await desk.client.call('customers.setLevel', { customer, level: null });
      return levelOf(desk, customer, edit);
    }
    default:
      return wrong(desk);
  }
};
