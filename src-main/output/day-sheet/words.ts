/** Words of a day sheet in a calendar or on a telephone, in both languages. */

import type { ContactChannel, Outcome } from '../../../src-shared/contract/follow-ups.ts';
import type { Language } from '../../../src-shared/problem-texts.ts';

export interface SheetWords {
  readonly title: string;
  readonly channels: Readonly<Record<ContactChannel, string>>;
  readonly outcomes: Readonly<Record<Outcome, string>>;
  readonly contact: string;
  readonly phone: string;
  readonly nick: string;
  readonly order: string;
  readonly mind: string;
  readonly say: string;
  readonly copy: string;
  readonly copied: string;
  readonly note: string;
  readonly done: string;
  readonly none: string;
  readonly results: string;
  readonly resultsSay: string;
  readonly kept: string;
  readonly notKept: string;
  readonly masked: string;
}

export const sheetWords: Readonly<Record<Language, SheetWords>> = {
  'zh-CN': {
    title: '当日回访',
    channels: { phone: '电话', sms: '短信', wechat: '微信', email: '邮件', marketplace: '平台', post: '寄信' },
    outcomes: { talked: '聊上了', noAnswer: '没回', willBuy: '说会买', ordered: '已下单', never: '别再联系' },
    contact: '联系',
    phone: '电话',
    nick: '昵称',
    order: '订单号',
    mind: '留意',
    say: '说什么',
    copy: '复制结果',
    copied: '已复制',
    note: '记一句',
    done: '已做',
    none: '今天没有要联系的人。',
    results: '结果',
    resultsSay: '复制后发回店里记下。',
    kept: '记在这台手机的这一页里。',
    notKept: '这里记不住：关掉前请先复制结果。',
    masked: '姓名和电话遮住了一部分',
  },
  en: {
    title: 'Follow-ups of the day',
    channels: {
      phone: 'phone',
      sms: 'text message',
      wechat: 'WeChat',
      email: 'e-mail',
      marketplace: 'marketplace',
      post: 'letter',
    },
    outcomes: {
      talked: 'Talked',
      noAnswer: 'No answer',
      willBuy: 'Will buy',
      ordered: 'Ordered',
      never: 'Never again',
    },
    contact: 'Contact',
    phone: 'Phone',
    nick: 'Nickname',
    order: 'Order',
    mind: 'Tip',
    say: 'Say',
    copy: 'Copy the results',
    copied: 'Copied',
    note: 'A note',
    done: 'Done',
    none: 'Nobody is to be contacted today.',
    results: 'Results',
    resultsSay: 'Copy them and send them back to the shop.',
    kept: 'Saved in this page on this phone.',
    notKept: 'Nothing can be saved here: copy the results before you close it.',
    masked: 'Names and numbers are shown in part',
  },
};
