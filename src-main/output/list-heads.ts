/** Words of a list that goes on paper or into a file, in both languages. */

import type { OwnListColumn } from '../../src-shared/contract/lists.ts';
import type { Certainty } from '../../src-shared/identity.ts';
import { listHeads } from '../../src-shared/list-heads.ts';
import type { Tier } from '../../src-shared/rfm.ts';
import { tierNamesEn, tierNamesZh } from '../../src-shared/tier-names.ts';

export type ListLanguage = 'zh-CN' | 'en';

export interface ListWords {
  readonly heads: Readonly<Record<OwnListColumn, string>>;
  readonly tiers: Readonly<Record<Tier, string>>;
  /** In place of a phone. */
  readonly noContact: string;
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
    noContact: '不要联系',
    sheet: '客户',
    comma: '、',
  },
  en: {
    heads: listHeads.en,
    tiers: tierNamesEn,
    noContact: 'no contact',
    certainty: { certain: 'certain', likely: 'likely' },
    sheet: 'Customers',
    comma: ', ',
  },
};
