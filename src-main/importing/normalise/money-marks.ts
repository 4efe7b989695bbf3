/** Signs and codes of money, as they stand beside amounts and in headings. */

/** Codes of ISO 4217 that shops are kept in. */
const codes = [
  'CNY',
  'RMB',
  'USD',
  'EUR',
  'GBP',
  'HKD',
  'TWD',
  'MOP',
  'JPY',
  'KRW',
  'SGD',
  'MYR',
  'THB',
  'PHP',
  'IDR',
  'VND',
  'INR',
  'AUD',
  'NZD',
  'CAD',
  'CHF',
  'SEK',
  'NOK',
  'DKK',
  'PLN',
  'CZK',
  'HUF',
  'MXN',
  'BRL',
  'CLP',
  'COP',
  'ZAR',
  'AED',
  'SAR',
  'TRY',
  'ILS',
  'RUB',
];
/** Signs that mean one currency only. The plain dollar and the yuan's sign, which is the yen's too, tell nothing. */
const signs: Readonly<Record<string, string>> = {
  '€': 'EUR',
  '£': 'GBP',
  '₱': 'PHP',
  '฿': 'THB',
  '₫': 'VND',
  '₩': 'KRW',
  '₹': 'INR',
  US$: 'USD',
  HK$: 'HKD',
  NT$: 'TWD',
  S$: 'SGD',
  A$: 'AUD',
  C$: 'CAD',
  RM: 'MYR',
  RP: 'IDR',
};

const CODES = codes.join('|');
const SIGNS = String.raw`US\$|HK\$|NT\$|S\$|A\$|C\$|RM|Rp\.?|人民币|[¥￥$€£₱฿₫₩₹]`;
/** At the beginning of an amount, or at its end. */
export const MARKS = new RegExp(String.raw`^(?:${CODES}|${SIGNS})\s*|\s*(?:元|圆|${CODES}|[¥€$£₱฿₫])$`, 'gi');
const BESIDE = new RegExp(String.raw`^(${CODES}|${SIGNS})\s*[-+(]?\d|\d\s*(${CODES}|[€£₱฿₫])$`, 'i');
const IN_BRACKETS = new RegExp(String.raw`[([（【](${CODES})[)\]）】]`, 'i');

function codeOf(mark: string): string | null {
  const upper = mark.toUpperCase().replace(/\.$/, '');
  if (upper === 'RMB') return 'CNY';
  return codes.includes(upper) ? upper : (signs[upper] ?? null);
}

/** '€12.00' and 'USD 7.00' say it; '$12.00' and '12.00' do not. */
export function currencyOfMark(amount: string): string | null {
  const found = BESIDE.exec(amount.trim());
  const mark = found?.[1] ?? found?.[2];
  return mark === undefined ? null : codeOf(mark);
}

/** 'Total Discount(PHP)' → PHP. */
export function currencyInText(text: string): string | null {
  const mark = IN_BRACKETS.exec(text)?.[1];
  return mark === undefined ? null : codeOf(mark);
}
