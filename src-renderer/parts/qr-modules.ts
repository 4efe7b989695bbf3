/** The squares of a QR code. The door of qrcode-generator. */

import qrcode from 'qrcode-generator';

/** Above that many bytes the code would be so fine that less correction reads better than smaller squares. */
const LONG = 200;

/** Free squares around it: a scanner needs them. */
export const quietZone = 4;

/** Rows of squares, true = dark, without the quiet zone. The text stands in it as UTF-8. Throws when it is longer than a code can be (2,900 bytes). */
export function qrModules(text: string): readonly (readonly boolean[])[] {
  const bytes = new TextEncoder().encode(text);
  const code = qrcode(0, bytes.length > LONG ? 'L' : 'M');
  // The library takes a byte from each letter.
  code.addData(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''), 'Byte');
  code.make();
  const size = code.getModuleCount();
  return Array.from({ length: size }, (_row, y) => Array.from({ length: size }, (_column, x) => code.isDark(y, x)));
}

/** All dark squares as one path, a run of them at a time, in units of a square; the quiet zone lies around it. */
export function qrPath(modules: readonly (readonly boolean[])[]): string {
  const runs: string[] = [];
  modules.forEach((row, y) => {
    for (let x = 0; x < row.length; x += 1) {
      if (row[x] !== true) continue;
      const from = x;
      while (row[x + 1] === true) x += 1;
      runs.push(`M${from + quietZone} ${y + quietZone}h${x + 1 - from}v1h-${x + 1 - from}z`);
    }
  });
  return runs.join('');
}
