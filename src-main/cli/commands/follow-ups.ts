/**
 * `followups today`, `followups daysheet`, `followups reminder`: whom to contact today, the list as a file to take along, and the counts of the day.
 * `followups rules|result|letbe`: what suggests it. `followups calls`: what came of the calls.
 */

import { formatMinor, minorOf } from '../../../src-shared/money.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { type Command, type Desk, say } from '../desk.ts';
import { tableText } from '../table.ts';
import { dayOption } from './book.ts';
import { callsCounted } from './call-figures.ts';
import { careResult, careRulesListed, letBe, measuredText } from './care-rules.ts';
import { excludedOption } from './figure-notices.ts';
import { heldText, reasonText } from './reason-text.ts';

function wrong(desk: Desk): never {
  throw new Problem('arguments-invalid', { found: [desk.invocation.command, ...desk.invocation.words].join(' ') });
}

function asked(desk: Desk) {
  const basis = { on: dayOption(desk), definition: 'quantile', ...excludedOption(desk) } as const;
  return { basis, today: () => desk.client.call('followUps.today', { basis }) };
}

const listed: Command = async (desk) => {
  const { language } = desk.invocation;
  const told = await asked(desk).today();
  const people = tableText(
    [
      { head: '', right: true },
      { head: say(language, '客户', 'customer') },
      { head: say(language, '为什么是今天', 'why today') },
      { head: say(language, '用', 'by') },
      { head: say(language, '约可带回', 'at stake ≈'), right: true },
      { head: say(language, '凭什么', 'by') },
    ],
    told.due.map(({ name, reason, also, channel, stakeMinor, measured }, at) => [
      String(at + 1),
      name,
      reasonText(reason, also, language),
      channel,
      stakeMinor === null ? '—' : formatMinor(minorOf(Math.round(stakeMinor / 100) * 100), told.currency),
      measuredText(measured, language),
    ]),
  );
  const held = told.held.map(
    ({ name, held: holds }) => `${name}: ${holds.map((one) => heldText(one, language)).join('; ')}`,
  );
  const sums = say(
    language,
    `已做 ${told.done.length} / ${told.capacity}，拦下 ${held.length}，排到以后 ${told.later}`,
    `${told.done.length} of ${told.capacity} done, ${held.length} held back, ${told.later} on later days`,
  );
  return { value: told, text: [people, ...held, sums].join('\n') };
};

/** By how the file is called. */
function formatOf(desk: Desk): { readonly path: string; readonly format: 'ics' | 'html' } {
  const path = desk.invocation.options['out'] ?? wrong(desk);
  const [, format] = /\.(ics|html)$/i.exec(path) ?? [];
  const known = format?.toLowerCase();
  return known === 'ics' || known === 'html' ? { path, format: known } : wrong(desk);
}

const taken: Command = async (desk) => {
  const { language, options } = desk.invocation;
  const { path, format } = formatOf(desk);
  const { basis, today } = asked(desk);
  const { due } = await today();
  const items = due.map(({ origin, customer, day, reason, also, note, channel, rule }) => ({
    origin,
    customer,
    day,
    why: reasonText(reason, also, language).slice(0, 400),
    note,
    channel,
    rule,
  }));
  const request = { items, basis, masked: options['masked'] === 'true', language };
  const written = await desk.client.call('daySheets.write', { ...request, format, target: desk.targetFor(path) });
  return {
    value: { ...written, path },
    text: say(
      language,
      `${path}：${written.items} 位${written.held > 0 ? `，拦下 ${written.held} 位` : ''}`,
      `${path}: ${written.items} people${written.held > 0 ? `, ${written.held} held back` : ''}`,
    ),
  };
};

/** What the notification of the morning says, for a reminder of the owner's own making; nothing is marked as said. */
const counted: Command = async (desk) => {
  const { language } = desk.invocation;
  const told = await desk.client.call('reminders.now', {});
  const { people, due, overdue, suggested, calls } = told;
  return {
    value: told,
    text: say(
      language,
      `今天要联系 ${people} 位：到期 ${due}，逾期 ${overdue}，建议 ${suggested}；其中打电话 ${calls}`,
      `${people} to contact today: ${due} due, ${overdue} overdue, ${suggested} suggested; ${calls} of them by phone`,
    ),
  };
};

export const followUpsCommand: Command = (desk) => {
  const [verb = 'today', rule, ...others] = desk.invocation.words;
  if (others.length > 0) return wrong(desk);
  if (rule !== undefined) {
    if (verb === 'result') return careResult(desk, rule);
    return verb === 'letbe' ? letBe(desk, rule) : wrong(desk);
  }
  switch (verb) {
    case 'today':
      return listed(desk);
    case 'daysheet':
      return taken(desk);
    case 'reminder':
      return counted(desk);
    case 'calls':
      return callsCounted(desk);
    case 'rules':
      return careRulesListed(desk);
    default:
      return wrong(desk);
  }
};
