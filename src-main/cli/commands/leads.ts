/** `leads`: who asked and has not bought, by stage; `leads set CUSTOMER [STAGE]` with `--source` and `--reason`. */

import { leadStepSchema } from '../../../src-shared/contract/leads.ts';
import { formatMinor } from '../../../src-shared/money.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { type Command, type Desk, type Outcome, say } from '../desk.ts';
import { tableText } from '../table.ts';
import { dayOption } from './book.ts';

function wrong(desk: Desk): never {
  throw new Problem('arguments-invalid', { found: ['leads', ...desk.invocation.words].join(' ') });
}

async function listed(desk: Desk, edit: Readonly<Record<string, number | null>> = {}): Promise<Outcome> {
  const { language } = desk.invocation;
  const told = await desk.client.call('leads.list', { on: dayOption(desk) });
  const right = (zh: string, en: string) => ({ head: say(language, zh, en), right: true });
  const left = (zh: string, en: string) => ({ head: say(language, zh, en) });
  return {
    value: { ...edit, ...told },
    text: [
      tableText(
        [left('阶段', 'stage'), right('现在', 'now'), right('到过', 'reached'), right('停几天', 'days')],
        told.funnel.map(({ stage, now, reached, days }) => [
          stage,
          String(now),
          String(reached),
          days === null ? '' : String(days),
        ]),
      ),
      tableText(
        [
          right('客户', 'customer'),
          left('称呼', 'name'),
          left('阶段', 'stage'),
          left('哪里来的', 'source'),
          left('想要什么', 'wish'),
          left('来问的日子', 'since'),
          left('下一步', 'next'),
          left('成交', 'won'),
        ],
        told.leads.map(({ customer, name, stage, source, wish, since, next, won }) => [
          String(customer),
          name,
          stage,
          source,
          wish ?? '',
          since,
          next ?? '',
          won === null ? '' : `${won.day} ${won.netMinor === null ? '' : formatMinor(won.netMinor, won.currency)}`,
        ]),
      ),
    ].join('\n\n'),
  };
}

export const leadsCommand: Command = async (desk) => {
  const { words, options } = desk.invocation;
  const [verb, who, step, ...rest] = words;
  if (verb === undefined) return listed(desk);
  if (verb !== 'set' || who === undefined || !/^[1-9]\d{0,14}$/.test(who) || rest.length > 0) return wrong(desk);
  const stage = step === undefined ? undefined : leadStepSchema.safeParse(step).data;
  if (step !== undefined && stage === undefined) return wrong(desk);
  const { source, reason } = options;
  const { edit } = await desk.client.call('leads.set', {
    customer: Number(who),
    ...(stage === undefined ? {} : { stage }),
    ...(source === undefined ? {} : { source }),
    ...(reason === undefined ? {} : { reason }),
  });
  return listed(desk, { edit });
};
