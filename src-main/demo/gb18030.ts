/** Text as GB18030 bytes, the encoding of the marketplace's own CSV files. The platform only decodes it, so the table is turned round here. */

let made: Uint16Array | null = null;

/** Two-byte codes by the character they stand for; 0: it has none. */
function tableOfCodes(): Uint16Array {
  if (made !== null) return made;
  const table = new Uint16Array(0x1_0000);
  const decoder = new TextDecoder('gb18030');
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail === 0x7f) continue;
      const text = decoder.decode(Uint8Array.of(lead, trail));
      const point = text.charCodeAt(0);
      if (text.length === 1 && point !== 0xfffd && table[point] === 0) table[point] = lead * 256 + trail;
    }
  }
  made = table;
  return table;
}

/** One or two bytes for each character. Characters outside the two-byte codes of the standard are a bug of the caller. */
export function encodeGb18030(text: string): Uint8Array {
  const table = tableOfCodes();
  const bytes = new Uint8Array(text.length * 2);
  let end = 0;
  for (let at = 0; at < text.length; at += 1) {
    const point = text.charCodeAt(at);
    if (point < 0x80) {
      bytes[end] = point;
      end += 1;
      continue;
    }
    const code = table[point] ?? 0;
    if (code === 0) throw new Error(`no two-byte GB18030 code for ${text.slice(at, at + 2)}`);
    bytes[end] = code >> 8;
    bytes[end + 1] = code & 0xff;
    end += 2;
  }
  return bytes.subarray(0, end);
}
