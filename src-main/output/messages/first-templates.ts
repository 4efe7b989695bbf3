/** Templates for a small shop to begin with: what it writes again and again, in words that push nobody. */

import type { TemplateContent } from '../../../src-shared/contract/templates.ts';
import type { Language } from '../../../src-shared/problem-texts.ts';

type Words = readonly [zh: string, en: string];

interface First extends Pick<TemplateContent, 'channel'> {
  readonly name: Words;
  readonly text: Words;
}

const first: readonly First[] = [
  {
    name: ['该续了', 'Time to buy again'],
    channel: 'marketplace',
    text: [
      '{称呼}，您{上次购买月}买的{上次买的}快用完了吧？要的话给您留一份，照老样子发。',
      'Hello {name}, the {last item} you bought in {last month} may be running out. Shall we put one aside for you?',
    ],
  },
  {
    name: ['收货问候', 'After it arrived'],
    channel: 'marketplace',
    text: [
      '{称呼}，{上次买的}收到了吗？有破损或者不合用，直接跟我说，我来处理。',
      'Hello {name}, did the {last item} arrive well? If anything is damaged or does not suit you, just tell us.',
    ],
  },
  {
    name: ['生日', 'Birthday'],
    channel: 'sms',
    text: [
      '{称呼}，生日快乐！谢谢您一直照顾{店铺}，备了份小礼，下一单随箱给您。',
      'Happy birthday, {name}! Thank you for being with {shop}. A small present goes with your next parcel.',
    ],
  },
  {
    name: ['好久没来', 'Not seen for a while'],
    channel: 'sms',
    text: [
      '{称呼}，有{天数}天没见您了，近来可好？店里上了些新货，想起您来，打个招呼。',
      'Hello {name}, it has been {days} days. We hope you are well; there are new things in the shop.',
    ],
  },
  {
    name: ['退款之后', 'After a refund'],
    channel: 'marketplace',
    text: [
      '{称呼}，前几天的退款到账了吗？给您添麻烦了，还有不妥的地方您说，我来办。',
      'Hello {name}, did the refund reach you? We are sorry for the trouble. If anything is still open, please tell us.',
    ],
  },
  {
    name: ['过节问候', 'Season’s greetings'],
    channel: 'sms',
    text: [
      '{称呼}，节日好！{店铺}祝您和家人平安喜乐。',
      'Dear {name}, {shop} wishes you and your family happy holidays.',
    ],
  },
  {
    name: ['电话：老客回访', 'Call: a regular'],
    channel: 'phone',
    text: [
      '您好，请问是{称呼}吗？我是{店铺}的。您{上次购买月}买过{上次买的}，想问问用得怎么样。（听完）要是合用，要不要再带一份？不方便我就不多打扰了。',
      'Hello, is this {name}? I am calling from {shop}. You bought {last item} in {last month}; how has it been? (Listen.) If it suits you, shall we send another? If this is a bad moment, I will not keep you.',
    ],
  },
  {
    name: ['随箱信', 'A letter with the parcel'],
    channel: 'post',
    text: [
      '{称呼}：\n\n这是您第{购买次数}次光顾{店铺}，谢谢。东西有不合用的地方，一定告诉我们。\n\n{店铺} {今天}',
      'Dear {name},\n\nthank you for {orders} orders with {shop}. Should anything not suit you, please do tell us.\n\n{shop}, {today}',
    ],
  },
];

export function firstTemplates(language: Language): TemplateContent[] {
  const at = language === 'en' ? 1 : 0;
  return first.map(({ name, channel, text }) => ({ name: name[at], channel, text: text[at] }));
}
