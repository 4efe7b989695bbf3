/** Tells a header whose letters were lost: UTF-8 read as GBK (璁㈠崟缂栧彿 for 订单编号), or the other way round. */

/** Character → its two bytes in GBK. Made when first asked for: 24,000 pairs, a few milliseconds. */
let gbk: ReadonlyMap<string, readonly [number, number]> | undefined;

function gbkBytes(): ReadonlyMap<string, readonly [number, number]> {
  if (gbk !== undefined) return gbk;
  const decoder = new TextDecoder('gbk');
  const made = new Map<string, readonly [number, number]>();
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (let second = 0x40; second <= 0xfe; second += 1) {
      const sign = decoder.decode(new Uint8Array([first, second]));
      if (sign.length === 1 && sign !== '\ufffd' && !made.has(sign)) made.set(sign, [first, second]);
    }
  }
  gbk = made;
  return made;
}

const chinese = /[\u4e00-\u9fff]/g;

/** The bytes these signs would be in GBK, read as UTF-8: sense where the text was garbled, rubbish where it was not. */
function unGarbled(text: string): string {
  const bytes: number[] = [];
  for (const sign of text) {
    const pair = gbkBytes().get(sign);
    if (pair !== undefined) bytes.push(...pair);
    else if (sign.charCodeAt(0) < 0x80) bytes.push(sign.charCodeAt(0));
    // A sign that was lost on the way stands for one byte that is known no more.
    else bytes.push(0xff);
  }
  return new TextDecoder('utf-8').decode(new Uint8Array(bytes));
}

function isGarbled(head: string): boolean {
  if (head.includes('\u951f\u65a4\u62f7') || head.includes('\ufffd')) return true;
  // Chinese bytes read as Western letters: ¶©µ¥±àºÅ.
  if ((head.match(/[\u0080-\u00ff]/g)?.length ?? 0) >= 4 && (head.match(chinese)?.length ?? 0) === 0) return true;
  const signs = head.match(/[\u0080-\uffff]/g)?.length ?? 0;
  if (signs < 2) return false;
  const read = unGarbled(head);
  const sense = read.match(chinese)?.length ?? 0;
  const lost = read.match(/\ufffd/g)?.length ?? 0;
  // Three bytes of UTF-8 became one and a half signs.
  return sense >= 2 && sense * 3 >= signs && lost <= sense;
}

/** Most of the names that are not plain ASCII make no sense. */
export function looksGarbled(header: readonly string[]): boolean {
  const told = header.filter((head) => /[\u0080-\uffff]/.test(head));
  return told.length > 0 && told.filter(isGarbled).length * 2 > told.length;
}
