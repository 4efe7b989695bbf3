/** Names and values of settings in words, for the form and the journal. A value nobody has words for is shown as it is. */

import { useTranslation } from 'react-i18next';
import { type Settings, settingChangesSchema } from '../../../src-shared/contract/settings.ts';
import type { LadderRules } from '../../../src-shared/ladder.ts';
import { formatMinor, minorOf } from '../../../src-shared/money.ts';
import type { TypedLines } from '../../../src-shared/rfm.ts';
import { useLevelText } from '../../parts/level-words.ts';

type SettingName = keyof Settings;

export function useLinesText(currency: string): (lines: TypedLines) => string {
  const { t } = useTranslation('settings');
  return ({ recencyDays, frequency, netMinor }) =>
    t('lines', { days: recencyDays, orders: frequency, money: formatMinor(minorOf(netMinor), currency) });
}

function useLadderText(currency: string): (ladder: LadderRules) => string {
  const { t } = useTranslation('settings');
  return ({ oftenOrders, averageMinor, names }) =>
    [
      oftenOrders === null ? t('value.ladderUsual') : t('value.ladderOrders', { count: oftenOrders }),
      averageMinor === null
        ? t('value.ladderMiddle')
        : t('value.ladderAverage', { money: formatMinor(minorOf(averageMinor), currency) }),
      ...Object.entries(names).map(([step, name]) => `${step} ${name}`),
    ].join(t('value.between'));
}

/** A setting's stored value (JSON) in words. */
export function useSettingValue(currency: string): (name: SettingName, json: string | null) => string {
  const { t } = useTranslation('settings');
  const { t: tiers } = useTranslation('tiers');
  const linesText = useLinesText(currency);
  const levelText = useLevelText(currency);
  const ladderText = useLadderText(currency);
  return (name, json) => {
    if (json === null) return t('value.usual');
    const read = settingChangesSchema.safeParse({ [name]: parsed(json) });
    if (!read.success) return json;
    const { language, theme, density, rfmDefinition, typedLines, printLandscape, ...others } = read.data;
    const { includeLikely, includeExcluded, levels, ladder, ...rest } = others;
    if (ladder !== undefined) return ladderText(ladder);
    if (levels !== undefined)
      return levels.on ? levels.levels.map(levelText).join(t('value.between')) : t('value.levelsOff');
    if (language !== undefined) return t(`languages.${language}`);
    if (theme !== undefined) return t(`themes.${theme}`);
    if (density !== undefined) return t(`densities.${density}`);
    if (rfmDefinition !== undefined) return tiers(`definition.${rfmDefinition}`);
    if (typedLines !== undefined) return linesText(typedLines);
    if (includeLikely !== undefined) return t(includeLikely ? 'value.yes' : 'value.no');
    if (includeExcluded !== undefined) return t(includeExcluded ? 'value.yes' : 'value.no');
    if (printLandscape !== undefined) return t(printLandscape ? 'value.landscape' : 'value.portrait');
    const [value] = Object.values(rest);
    return Array.isArray(value)
      ? t('value.columns', { count: value.length })
      : typeof value === 'string' || typeof value === 'number'
        ? String(value)
        : json;
  };
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
