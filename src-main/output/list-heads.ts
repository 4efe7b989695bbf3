/** Words of a list that goes on paper or into a file, in both languages. */

import type { HeldReason } from '../../src-shared/contract/follow-ups.ts';
import type { OwnListColumn } from '../../src-shared/contract/lists.ts';
import type { Certainty } from '../../src-shared/identity.ts';
import { listHeads } from '../../src-shared/list-heads.ts';
import type { Tier } from '../../src-shared/rfm.ts';
import { tierNamesEn, tierNamesZh } from '../../src-shared/tier-names.ts';

export type ListLanguage = 'zh-CN' | 'en';

export interface ListWords {
  readonly heads: Readonly<Record<OwnListColumn, string>>;
  readonly tiers: Readonly<Record<Tier, string>>;
  /** In place of a phone, of somebody the contact guard holds back. */
  readonly held: Readonly<Record<HeldReason, string>>;
  readonly certainty: Readonly<Record<Certainty, string>>;
  readonly sheet: string;
  /** Between several tags of one person. */
  readonly comma: string;
}

export const listWords: Readonly<Record<ListLanguage, ListWords>> = {
  'zh-CN': {
    heads: listHeads['zh-CN'],
    tiers: tierNamesZh,
    certainty: { certain: '确定', likely: '推测' },
    held: {
      optOut: '不要联系',
      dispute: '有事未了',
      holdout: '对照组',
      justOrdered: '刚下过单',
      tooOften: '刚联系过',
      quietHours: '免打扰',
    },
    sheet: '客户',
    comma: '、',
  },
  en: {
    heads: listHeads.en,
    tiers: tierNamesEn,
    held: {
      optOut: 'no contact',
      dispute: 'case open',
      holdout: 'held to compare',
      justOrdered: 'just ordered',
      tooOften: 'contacted lately',
      quietHours: 'not now',
    },
    certainty: { certain: 'certain', likely: 'likely' },
    sheet: 'Customers',
    comma: ', ',
  },
};
