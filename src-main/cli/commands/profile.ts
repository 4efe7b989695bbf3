/** `profile CUSTOMER`: what is known about one customer beside the figures: habits with their counts. */

import { Problem } from '../../../src-shared/problem.ts';
import { type Command, type Desk, say } from '../desk.ts';
import { tableText } from '../table.ts';
import { dayOption } from './book.ts';
import { excludedOption } from './figure-notices.ts';

/** The customer named on the command line by its number. Throws `arguments-invalid`. */
function customerWord(desk: Desk): number {
  const word = desk.invocation.words[0] ?? '';
  if (!/^[1-9]\d{0,14}$/.test(word)) throw new Problem('arguments-invalid', { found: word });
  return Number(word);
}

export const profileCommand: Command = async (desk) => {
  const customer = customerWord(desk);
  const { language } = desk.invocation;
  const basis = { on: dayOption(desk), definition: 'quantile', ...excludedOption(desk) } as const;
  const habits = await desk.client.call('customers.insights', { customer, basis });
  return {
    value: { customer, ...habits },
    text: tableText(
      [
        { head: say(language, '习惯', 'habit') },
        { head: '' },
        { head: say(language, '合得上', 'fit'), right: true },
        { head: say(language, '共', 'of'), right: true },
      ],
      habits.insights.map(({ kind, label, low, high, count, of }) => [
        kind,
        [label, low, high].filter((part) => part !== null).join(' '),
        String(count),
        String(of),
      ]),
    ),
  };
};
