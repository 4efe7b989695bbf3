/**
 * A pasted chat or card as fields: '张姐 13800001234 想要10箱 浙江省杭州市西湖区文三路 1 号'. What is not understood is not lost: it joins the wish.
 * Pure; a first guess that a person looks over.
 */

export interface PastedContact {
  readonly name: string;
  /** Digits of a whole mobile number; '' when there is none. */
  readonly phone: string;
  readonly address: string;
  /** What they want, and everything else. */
  readonly wish: string;
}

const MOBILE = /(?<!\d)(?:\+?86[-\s]?)?(1[3-9]\d)[-\s]?(\d{4})[-\s]?(\d{4})(?!\d)/;
const PROVINCES =
  '北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门';
const BEGINS_PLACE = new RegExp(`^(?:${PROVINCES})(?:省|市|自治区|特别行政区|壮族|回族|维吾尔)?`);
/** A place inside a sentence: 寄到浙江省杭州市…. */
const PLACE_INSIDE = new RegExp(`(?:${PROVINCES})(?:省|市|自治区|特别行政区)[^\\s,，;；。]+`);
const PLACE_WORDS = /[省市区县镇乡村路街道巷弄号栋幢楼室苑园厦]/g;
const PLACE_WORDS_ONCE = /[省市区县镇乡村路街道巷弄号栋幢楼室苑园厦]/;
const WISHES =
  /想要|想买|要|买|订|来点|来\d|需要|有没有|多少|怎么卖|价格|寄到|寄给|帮我|\d+\s*[箱盒斤件个包瓶袋罐套份]/;
const LABELS = {
  name: /^(?:姓名|收货人|收件人|联系人|客户|name)\s*[:：]\s*/i,
  phone: /^(?:电话|手机|手机号|联系电话|联系方式|tel|phone)\s*[:：]?\s*$/i,
  address: /^(?:地址|收货地址|收件地址|所在地区|详细地址|address)\s*[:：]\s*/i,
} as const;
const NAME = /^[\u3400-\u9fff·]{1,5}$|^[A-Za-z][A-Za-z' .-]{1,30}$/;
/** What comes before a speaker's words in a copied chat: '张姐 10:21', '张姐：'. */
const SPEAKER = /^([\u3400-\u9fff·]{1,5}|[A-Za-z][A-Za-z]{1,20})[:：]\s*/;

function isPlace(word: string): boolean {
  return BEGINS_PLACE.test(word) || (word.match(PLACE_WORDS)?.length ?? 0) >= 2;
}

export function readPasted(text: string): PastedContact {
  const found = MOBILE.exec(text);
  const phone = found === null ? '' : `${found[1]}${found[2]}${found[3]}`;
  let rest = found === null ? text : `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`;
  let name = '';
  const address: string[] = [];
  const inside = PLACE_INSIDE.exec(rest);
  const others: string[] = [];
  const isInside = inside !== null && inside.index > 0 && !/[\s,，;；。:：]/.test(rest[inside.index - 1] ?? ' ');
  if (isInside) rest = `${rest.slice(0, inside.index)} ${rest.slice(inside.index)}`;
  let inAddress = false;
  for (const raw of rest.split(/[\s,，;；。]+/)) {
    let word = raw;
    if (word === '' || LABELS.phone.test(word) || /^\d{1,2}:\d{2}(?::\d{2})?$/.test(word)) continue;
    if (LABELS.address.test(word)) {
      word = word.replace(LABELS.address, '');
      inAddress = true;
    }
    if (LABELS.name.test(word)) {
      name = word.replace(LABELS.name, '');
      inAddress = false;
      continue;
    }
    const speaker = name === '' ? SPEAKER.exec(word) : null;
    if (speaker !== null) {
      name = speaker[1] ?? '';
      word = word.slice(speaker[0].length);
      if (word === '') continue;
    }
    // After an address a new clause may be a name; within one it goes on.
    const isName = inAddress && name === '' && NAME.test(word) && !PLACE_WORDS_ONCE.test(word);
    const wants = WISHES.test(word) && !BEGINS_PLACE.test(word) && (word.match(PLACE_WORDS)?.length ?? 0) < 3;
    if (!wants && (isPlace(word) || (inAddress && !isName && /\d|[\u3400-\u9fff]/.test(word)))) {
      address.push(word);
      inAddress = true;
      continue;
    }
    inAddress = false;
    if (!wants && name === '' && NAME.test(word)) name = word;
    else others.push(word);
  }
  return { name, phone, address: address.join(' '), wish: others.join(' ') };
}
