/** Province, city and district of a printed address, as far as they are certain. Nothing is guessed from a street. */

import { readPhone } from '../../../src-shared/phone.ts';

export interface AddressRead {
  readonly province: string | null;
  readonly city: string | null;
  readonly district: string | null;
  readonly address: string | null;
}

export interface ReceiverRead extends AddressRead {
  readonly receiverName: string | null;
  readonly receiverPhone: string | null;
}

const municipalities = ['北京', '天津', '上海', '重庆'] as const;
const provinces: Readonly<Record<string, string>> = {
  河北: '河北省',
  山西: '山西省',
  辽宁: '辽宁省',
  吉林: '吉林省',
  黑龙江: '黑龙江省',
  江苏: '江苏省',
  浙江: '浙江省',
  安徽: '安徽省',
  福建: '福建省',
  江西: '江西省',
  山东: '山东省',
  河南: '河南省',
  湖北: '湖北省',
  湖南: '湖南省',
  广东: '广东省',
  海南: '海南省',
  四川: '四川省',
  贵州: '贵州省',
  云南: '云南省',
  陕西: '陕西省',
  甘肃: '甘肃省',
  青海: '青海省',
  台湾: '台湾省',
  内蒙古: '内蒙古自治区',
  广西: '广西壮族自治区',
  西藏: '西藏自治区',
  宁夏: '宁夏回族自治区',
  新疆: '新疆维吾尔自治区',
  香港: '香港特别行政区',
  澳门: '澳门特别行政区',
};
const PROVINCE = new RegExp(
  `^(${[...municipalities, ...Object.keys(provinces)].join('|')})(市|省|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)?`,
);
const CITY = /^([\p{Script=Han}]{1,9}?(?:自治州|地区|盟|市))/u;
const DISTRICT = /^([\p{Script=Han}]{1,10}?(?:自治县|自治旗|新区|区|县|旗|市))/u;

function nothing(address: string): AddressRead {
  return { province: null, city: null, district: null, address: address === '' ? null : address };
}

function isMunicipality(name: string): boolean {
  return municipalities.some((known) => known === name);
}

/** One level of the rest: between spaces it is the whole word, without spaces what ends in the level's own word. */
function level(rest: string, pattern: RegExp): { readonly word: string | null; readonly rest: string } {
  const text = rest.trimStart();
  const word = pattern.exec(text)?.[1];
  return word === undefined ? { word: null, rest: text } : { word, rest: text.slice(word.length) };
}

function placeOf(printed: string): AddressRead {
  const start = PROVINCE.exec(printed);
  const name = start?.[1];
  if (start === null || name === undefined) return nothing(printed);
  let rest = printed.slice(start[0].length);
  if (isMunicipality(name)) {
    const province = `${name}市`;
    // '上海 上海市 浦东新区', '北京市 北京市 朝阳区', '上海市浦东新区'
    rest = rest.trimStart();
    if (rest.startsWith(name)) rest = rest.slice(rest.startsWith(province) ? province.length : name.length);
    return { province, city: province, district: level(rest, DISTRICT).word, address: printed };
  }
  const province = provinces[name] ?? name;
  // A bare name must be followed by a space or a city: 吉林大路, 海南路 are streets.
  const city = level(rest, CITY);
  if (start[2] === undefined && city.word === null) return nothing(printed);
  if (/^(?:香港|澳门)/.test(name)) {
    return { province, city: province, district: level(rest, DISTRICT).word, address: printed };
  }
  const district = city.word === null ? null : level(city.rest, DISTRICT).word;
  return { province, city: city.word, district, address: printed };
}

const PLACES_KEPT = 5000;
/** Many live in one district, and nothing behind its word is asked for it. By what stands before the third space. */
const places = new Map<string, Omit<AddressRead, 'address'>>();

/** '浙江省 杭州市 西湖区 文三路1号(310000)', also without the spaces. */
export function readAddress(printed: string): AddressRead {
  const first = printed.indexOf(' ');
  const second = first < 0 ? -1 : printed.indexOf(' ', first + 1);
  const third = second < 0 ? -1 : printed.indexOf(' ', second + 1);
  if (third < 0) return placeOf(printed);
  const words = printed.slice(0, third);
  const known = places.get(words);
  if (known !== undefined) {
    const { province, city, district } = known;
    return { province, city, district, address: printed };
  }
  const read = placeOf(printed);
  if (places.size < PLACES_KEPT) places.set(words, read);
  return read;
}

/** '姓名，86-手机，省 市 区 地址 ，' in one cell; null when the cell is an address only. */
export function readReceiver(printed: string): ReceiverRead | null {
  // Most addresses have no comma at all.
  if (!printed.includes('，') && !printed.includes(',')) return null;
  const match = /^([^，,]{1,40})[，,]\s*((?:\+?86-?)?[\d*＊+\-() 转]{5,25})[，,]\s*(.*?)[，,\s]*$/su.exec(printed);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  const phone = match[2].replace(/^\+?86-/, '').trim();
  if (readPhone(phone).kind === 'none') return null;
  return { ...readAddress(match[3] ?? ''), receiverName: match[1].trim(), receiverPhone: phone };
}
