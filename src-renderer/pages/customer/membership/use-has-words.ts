/** What a person has of what a condition asks about, in words; null: the condition says it all. */

import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { exclusionKinds } from '../../../../src-shared/contract/exclusions.ts';
import {
  type FilterCondition,
  listReaches,
  tierChoices,
  wishChoices,
} from '../../../../src-shared/contract/filters.ts';
import type { SimpleHas } from '../../../../src-shared/contract/memberships.ts';
import { saidValue } from '../../../../src-shared/custom-field.ts';
import { ladderSteps } from '../../../../src-shared/ladder.ts';
import { lifeChoices } from '../../../../src-shared/lifecycle.ts';
import { marketplaceNames, marketplaces } from '../../../../src-shared/marketplace.ts';
import { formatMinor, minorOf } from '../../../../src-shared/money.ts';
import { useFields } from '../../../link/use-fields.ts';
import { formatCount } from '../../../parts/count-text.tsx';
import { usePlaceWords } from './use-place-words.ts';

interface Words {
  readonly segments: TFunction<'segments'>;
  readonly common: TFunction<'common'>;
  readonly customers: TFunction<'customers'>;
}

/** A word of the language, as the page says it. */
function codeText(field: FilterCondition['field'], code: string, { segments, common, customers }: Words): string {
  if (field === 'tier') {
    const tier = tierChoices.find((known) => known === code);
    return tier === undefined || tier === 'none' ? customers('neverBought') : common(`tier.${tier}`);
  }
  if (field === 'lifecycle') {
    const stage = lifeChoices.find((known) => known === code);
    return stage === undefined ? code : common(`life.${stage}`);
  }
  if (field === 'ladder') {
    const step = ladderSteps.find((known) => known === code);
    return step === undefined ? code : `${step} ${segments(`ladder.${step}`)}`;
  }
  if (field === 'certainty') return customers(code === 'likely' ? 'certainty.likely' : 'certainty.certain');
  if (field === 'reach') {
    const reach = listReaches.find((known) => known === code);
    return reach === undefined ? code : customers(`reach.${reach}`);
  }
  return code;
}

export function useHasWords(currency: string): (condition: FilterCondition, has: SimpleHas) => string | null {
  const { t, i18n } = useTranslation('membership');
  const { t: segments } = useTranslation('segments');
  const { t: common } = useTranslation('common');
  const { t: customers } = useTranslation('customers');
  const { t: exclusions } = useTranslation('exclusions');
  const fields = useFields();
  const chinese = i18n.language !== 'en';
  const textOf = (condition: FilterCondition, text: string): string => {
    const market = marketplaces.find((known) => known === text);
    if (condition.field === 'marketplace' && market !== undefined)
      return marketplaceNames[market][chinese ? 'zh' : 'en'];
    const wish = wishChoices.find((known) => known === text);
    if (condition.field === 'wish' && wish !== undefined) return segments(`wish.${wish}`);
    const left = exclusionKinds.find((known) => known === text);
    if (condition.field === 'excluded' && left !== undefined) return exclusions(`kind.${left}`);
    if (condition.field !== 'custom') return text;
    const type = fields?.find(({ field }) => field === condition.custom)?.type ?? 'text';
    return saidValue(type, text, chinese ? 'zh-CN' : 'en');
  };
  const money = (minor: number): string => formatMinor(minorOf(Math.round(minor)), currency);
  const { levelWords, gradeWords } = usePlaceWords(money);
  return (condition, has) => {
    const theirs = (what: string): string => t('has', { what });
    switch (has.kind) {
      case 'number': {
        const units = {
          orders: 1,
          allOrders: 1,
          recencyDays: 1,
          firstDaysAgo: 1,
          rhythmDays: 1,
          r: 1,
          f: 1,
          m: 1,
        } as const;
        const unit = Object.keys(units).find((name): name is keyof typeof units => name === condition.field);
        if (has.value === null) return t('nothing');
        return theirs(`${formatCount(has.value)} ${unit === undefined ? '' : segments(`unit.${unit}`)}`.trim());
      }
      case 'money':
        return has.minor === null ? t('nothing') : theirs(money(has.minor));
      case 'day':
        return has.day === null ? t('nothing') : theirs(has.day);
      case 'code':
        return has.code === null
          ? t('nothing')
          : theirs(codeText(condition.field, has.code, { segments, common, customers }));
      case 'texts':
        return has.texts.length === 0
          ? t('nothing')
          : theirs(has.texts.map((text) => textOf(condition, text)).join(t('comma')));
      case 'orders':
        return has.count === 0 ? t('noOrders') : t('orders', { count: has.count, money: money(has.netMinor) });
      case 'level':
        return levelWords(has);
      case 'grade':
        return gradeWords(has);
      case 'runs':
        return has.runs.length === 0 ? t('noRun') : has.runs.map((run) => t(`drawn.${run.arm}`, run)).join(t('comma'));
      case 'none':
        return null;
    }
  };
}
