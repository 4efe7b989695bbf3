/** Text as GB18030 bytes, the encoding of the marketplace's own CSV files. The platform only decodes it, so the table is turned round here. */

type Table = ReadonlyMap<string, readonly number[]>;

let made: Table | null = null;

/** Decodes all codes of one length at once and notes which character each stands for. */
function note(table: Map<string, readonly number[]>, codes: readonly (readonly number[])[]): void {
  const decoder = new TextDecoder('gb18030');
  for (const code of codes) {
    const text = decoder.decode(Uint8Array.from(code));
    if (Array.from(text).length === 1 && text !== '\uFFFD' && !table.has(text)) table.set(text, code);
  }
}

function tableOfCodes(): Table {
  if (made !== null) return made;
  const table = new Map<string, readonly number[]>();
  const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);
  const trails = range(0x40, 0xfe).filter((byte) => byte !== 0x7f);
  note(
    table,
    range(0x81, 0xfe).flatMap((lead) => trails.map((trail) => [lead, trail])),
  );
  made = table;
  return table;
}

/** One or two bytes for each character. Characters outside the two-byte codes of the standard are a bug of the caller. */
export function encodeGb18030(text: string): Uint8Array {
  const table = tableOfCodes();
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x80) {
      bytes.push(point);
      continue;
    }
    const code = table.get(character);
    if (code === undefined) throw new Error(`no two-byte GB18030 code for ${character}`);
    bytes.push(...code);
  }
  return Uint8Array.from(bytes);
}
