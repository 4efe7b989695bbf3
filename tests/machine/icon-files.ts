/** The containers that Windows and macOS want an icon in: both hold PNGs of several sizes, each with a few bytes of its own around it. */

export interface Drawn {
  /** Points of each side. */
  readonly size: number;
  readonly png: Buffer;
}

const isPng = (data: Buffer): boolean => data.subarray(1, 4).toString('latin1') === 'PNG';

/** An .ico: a list of what is inside, then the pictures. */
export function icoOf(drawn: readonly Drawn[]): Buffer {
  const head = Buffer.alloc(6);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(drawn.length, 4);
  let at = 6 + 16 * drawn.length;
  const entries = drawn.map(({ size, png }) => {
    const entry = Buffer.alloc(16);
    // 256 does not fit into a byte and is written as 0.
    entry.writeUInt8(size % 256, 0);
    entry.writeUInt8(size % 256, 1);
    entry.writeUInt16LE(1, 4);
    entry.writeUInt16LE(32, 6);
    entry.writeUInt32LE(png.length, 8);
    entry.writeUInt32LE(at, 12);
    at += png.length;
    return entry;
  });
  return Buffer.concat([head, ...entries, ...drawn.map(({ png }) => png)]);
}

/** Names of the sizes in an .icns, those for sharp screens too. */
const icnsNames: readonly (readonly [name: string, size: number])[] = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
];
export const icnsSizes: readonly number[] = [...new Set(icnsNames.map(([, size]) => size))];

export function icnsOf(drawn: readonly Drawn[]): Buffer {
  const parts = icnsNames.map(([name, size]) => {
    const png = drawn.find((each) => each.size === size)?.png;
    if (png === undefined) throw new Error(`${size} points were not drawn`);
    const head = Buffer.alloc(8);
    head.write(name, 'latin1');
    head.writeUInt32BE(png.length + 8, 4);
    return Buffer.concat([head, png]);
  });
  const head = Buffer.alloc(8);
  head.write('icns', 'latin1');
  head.writeUInt32BE(8 + parts.reduce((sum, part) => sum + part.length, 0), 4);
  return Buffer.concat([head, ...parts]);
}

/** The side of a PNG, in points. */
export function sizeOfPng(png: Buffer): readonly [number, number] {
  if (!isPng(png)) throw new Error('not a PNG');
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

/** Sides of the pictures in an .ico, as the pictures themselves say. */
export function sizesInIco(ico: Buffer): readonly number[] {
  return Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const entry = 6 + 16 * index;
    const at = ico.readUInt32LE(entry + 12);
    return sizeOfPng(ico.subarray(at, at + ico.readUInt32LE(entry + 8)))[0];
  });
}

export function sizesInIcns(icns: Buffer): readonly number[] {
  const sizes: number[] = [];
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) sizes.push(sizeOfPng(icns.subarray(at + 8))[0]);
  return sizes;
}
