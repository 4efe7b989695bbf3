/** Rules of care for a small shop to begin with. All off: the owner looks at each, and at what it would ask for, before it is on. */

import type { CareRuleContent } from '../../src-shared/contract/care-rules.ts';
import type { Language } from '../../src-shared/problem-texts.ts';

type Words = readonly [zh: string, en: string];

interface First extends Pick<CareRuleContent, 'trigger' | 'lasts' | 'coolDown' | 'stopsAtOrder' | 'where'> {
  readonly name: Words;
  readonly note: Words;
}

const first: readonly First[] = [
  {
    name: ['该续了', 'Time to buy again'],
    note: ['问问用得怎么样，快用完了可以留货。', 'Ask how it is going; offer to put one aside.'],
    trigger: { kind: 'renew', offset: 0 },
    where: null,
    lasts: 30,
    coolDown: 30,
    stopsAtOrder: true,
  },
  {
    name: ['签收关怀', 'After it arrived'],
    note: ['问收到没有、有没有破损、合不合用。', 'Ask whether it came well and suits them.'],
    trigger: { kind: 'after', what: 'received', days: 3, first: false },
    where: null,
    lasts: 7,
    coolDown: 60,
    stopsAtOrder: false,
  },
  {
    name: ['第一单致谢', 'Thanks for the first order'],
    note: ['谢谢第一次来，说说怎么用、怎么找我们。', 'Thank them, say how to use it and how to reach you.'],
    trigger: { kind: 'after', what: 'paid', days: 7, first: true },
    where: null,
    lasts: 10,
    coolDown: 0,
    stopsAtOrder: true,
  },
  {
    name: ['快走了', 'About to leave'],
    note: ['好久没来的老客，问候一声，不用推销。', 'A regular who has not come for long: say hello, sell nothing.'],
    trigger: { kind: 'dormant', days: 180 },
    where: { field: 'orders', from: 2 },
    lasts: 30,
    coolDown: 180,
    stopsAtOrder: true,
  },
  {
    name: ['生日', 'Birthday'],
    note: ['提前三天祝生日快乐，可以带份小礼。', 'Wish a happy birthday three days ahead; a small gift is nice.'],
    trigger: { kind: 'occasion', occasions: ['birthday'], before: 3 },
    where: null,
    lasts: 4,
    coolDown: 0,
    stopsAtOrder: false,
  },
  {
    name: ['退款办完一周', 'A week after a refund'],
    note: ['问问退款到了没有，问题解决了没有。', 'Ask whether the money came and the matter is settled.'],
    trigger: { kind: 'refund', days: 7 },
    where: null,
    lasts: 10,
    coolDown: 60,
    stopsAtOrder: false,
  },
  {
    name: ['下单没付款', 'Ordered, not paid'],
    note: ['问问是不是遇到了什么问题。', 'Ask whether anything went wrong.'],
    trigger: { kind: 'unpaid', days: 1 },
    where: null,
    lasts: 3,
    coolDown: 30,
    stopsAtOrder: true,
  },
];

export function firstRules(language: Language): CareRuleContent[] {
  const at = language === 'en' ? 1 : 0;
  return first.map(({ name, note, ...rule }) => ({
    ...rule,
    name: name[at],
    note: note[at],
    on: false,
    channel: null,
    template: null,
    share: 0.1,
    windowDays: 30,
    seed: null,
  }));
}
