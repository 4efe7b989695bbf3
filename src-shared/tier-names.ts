/** What the tiers are called, on screens, on paper and in sentences. */

export const tierNamesZh = {
  RFM: '重要价值',
  RfM: '重要发展',
  rFM: '重要保持',
  rfM: '重要挽留',
  RFm: '一般价值',
  Rfm: '一般发展',
  rFm: '一般保持',
  rfm: '一般挽留',
} as const;

export const tierNamesEn = {
  RFM: 'Champions',
  RfM: 'Big newcomers',
  rFM: 'Slipping away',
  rfM: 'Big, long gone',
  RFm: 'Steady',
  Rfm: 'Newcomers',
  rFm: 'Cooling',
  rfm: 'Long gone',
} as const;

/** Of those without orders that count, where the tiers are told one after the other. */
export const noTierZh = '没有层（没成交过）';
export const noTierEn = 'no tier (never bought)';

/** Where in their life as a customer somebody stands. */
export const lifeNamesZh = {
  new: '新客',
  active: '活跃',
  due: '该来了',
  sleeping: '沉睡',
  lost: '流失',
  none: '没成交过',
} as const;

export const lifeNamesEn = {
  new: 'new',
  active: 'active',
  due: 'due',
  sleeping: 'sleeping',
  lost: 'lost',
  none: 'never bought',
} as const;
