/** What a piece of evidence says, in a few words: on the review page and in a terminal. */

import type { EvidenceField, EvidenceSays } from './identity.ts';
import type { Language } from './problem-texts.ts';

interface Words {
  readonly zh: string;
  readonly en: string;
}

const words: Readonly<Record<EvidenceField, Readonly<Record<EvidenceSays, Words>>>> = {
  name: {
    agree: { zh: '收货人同名', en: 'same receiver' },
    close: { zh: '收货人看得见的字一样', en: 'receiver agrees as far as shown' },
    differ: { zh: '收货人不同名', en: 'different receivers' },
  },
  phone: {
    agree: { zh: '手机号一样', en: 'same phone' },
    close: { zh: '手机号看得见的数字一样', en: 'phone agrees as far as shown' },
    differ: { zh: '手机号不同', en: 'different phones' },
  },
  address: {
    agree: { zh: '地址一样', en: 'same address' },
    close: { zh: '地址大体一样', en: 'much the same address' },
    differ: { zh: '地址不同（可能搬过家）', en: 'different addresses (perhaps moved)' },
  },
  region: {
    agree: { zh: '同一个区', en: 'same district' },
    close: { zh: '城市写法相近', en: 'city spelt alike' },
    differ: { zh: '不在同一个区', en: 'different districts' },
  },
  nick: {
    agree: { zh: '昵称一样', en: 'same buyer name' },
    close: { zh: '昵称看得见的字一样', en: 'buyer name agrees as far as shown' },
    differ: { zh: '同一平台两个昵称', en: 'two buyer names of one marketplace' },
  },
  email: {
    agree: { zh: '邮箱一样', en: 'same e-mail' },
    close: { zh: '邮箱只差一点', en: 'e-mail but for a slip' },
    differ: { zh: '邮箱不同', en: 'different e-mails' },
  },
  gift: {
    agree: { zh: '多单寄到同一处', en: 'several orders to one place' },
    close: { zh: '只有一单可凭，也可能是送人的', en: 'only one order to go by: may be a present' },
    differ: { zh: '多半是送人的', en: 'most likely a present' },
  },
  likeness: {
    agree: { zh: '看得见的都一样', en: 'all that is shown agrees' },
    close: { zh: '看得见的都一样', en: 'all that is shown agrees' },
    differ: { zh: '看得见的不一样', en: 'what is shown differs' },
  },
};

export function evidenceText(field: EvidenceField, says: EvidenceSays, language: Language): string {
  const found = words[field][says];
  return language === 'en' ? found.en : found.zh;
}
