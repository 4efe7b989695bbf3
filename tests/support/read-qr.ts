/**
 * Reads a QR code from its squares (ISO/IEC 18004), written for tests and apart from the library that draws them. Nothing is corrected: every
 * block must be a code word of its Reed–Solomon code, so one square that is wrong is found.
 */

type Modules = readonly (readonly boolean[])[];

/** By level: error correction code words of each block, and how many blocks, for versions 1 … 40. */
const table = {
  L: [
    [
      7,
      10,
      15,
      20,
      26,
      18,
      20,
      24,
      30,
      18,
      20,
      24,
      26,
      30,
      22,
      24,
      28,
      30,
      28,
      28,
      28,
      28,
      30,
      30,
      26,
      28,
      ...Array<number>(14).fill(30),
    ],
    [
      1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19,
      19, 20, 21, 22, 24, 25,
    ],
  ],
  M: [
    [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, ...Array<number>(19).fill(28)],
    [
      1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33,
      35, 37, 38, 40, 43, 45, 47, 49,
    ],
  ],
} as const;

function fail(why: string): never {
  throw new Error(`no QR code: ${why}`);
}

function dark(modules: Modules, x: number, y: number): boolean {
  return modules[y]?.[x] ?? fail(`nothing at ${x}, ${y}`);
}

/** Level and mask, told twice beside the finders, with their own check bits. */
function formatOf(modules: Modules): { readonly level: 'L' | 'M'; readonly mask: number } {
  const size = modules.length;
  const first: boolean[] = [];
  for (let at = 0; at <= 5; at += 1) first.push(dark(modules, 8, at));
  first.push(dark(modules, 8, 7), dark(modules, 8, 8), dark(modules, 7, 8));
  for (let at = 9; at <= 14; at += 1) first.push(dark(modules, 14 - at, 8));
  const second: boolean[] = [];
  for (let at = 0; at <= 7; at += 1) second.push(dark(modules, size - 1 - at, 8));
  for (let at = 8; at <= 14; at += 1) second.push(dark(modules, 8, size - 15 + at));
  if (first.join() !== second.join()) fail('its two formats differ');
  const bits = first.reduce((sum, bit, at) => sum | (Number(bit) << at), 0) ^ 0x5412;
  const data = bits >>> 10;
  let rest = data;
  for (let step = 0; step < 10; step += 1) rest = (rest << 1) ^ ((rest >>> 9) * 0x537);
  if (((data << 10) | rest) !== bits) fail('its format is damaged');
  const level = data >>> 3 === 1 ? 'L' : data >>> 3 === 0 ? 'M' : fail('another level');
  return { level, mask: data & 7 };
}

function alignmentsOf(version: number, size: number): number[] {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, at) => size - 7 - step * (count - 2 - at))];
}

/** Finders, timing, alignment, format and version: they carry no data. */
function isFunction(version: number, size: number): (x: number, y: number) => boolean {
  const places = alignmentsOf(version, size);
  const last = places.length - 1;
  const centres = places.flatMap((x, i) =>
    places.flatMap((y, j) =>
      (i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0) ? [] : [[x, y] as const],
    ),
  );
  return (x, y) => {
    if (x === 6 || y === 6) return true;
    if ((x < 9 && y < 9) || (x >= size - 8 && y < 9) || (x < 9 && y >= size - 8)) return true;
    if (version >= 7 && ((x >= size - 11 && y < 6) || (y >= size - 11 && x < 6))) return true;
    return centres.some(([cx, cy]) => Math.abs(x - cx) <= 2 && Math.abs(y - cy) <= 2);
  };
}

const masks: readonly ((x: number, y: number) => boolean)[] = [
  (x, y) => (x + y) % 2 === 0,
  (_x, y) => y % 2 === 0,
  (x) => x % 3 === 0,
  (x, y) => (x + y) % 3 === 0,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2 === 0,
  (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
];

/** The finders and the timing stand where they must. */
function checkFrame(modules: Modules): void {
  const size = modules.length;
  for (const [cx, cy] of [
    [3, 3],
    [size - 4, 3],
    [3, size - 4],
  ] as const)
    for (let dy = -3; dy <= 3; dy += 1)
      for (let dx = -3; dx <= 3; dx += 1) {
        const ring = Math.max(Math.abs(dx), Math.abs(dy));
        if (dark(modules, cx + dx, cy + dy) !== (ring !== 2)) fail('a finder is damaged');
      }
  for (let at = 8; at < size - 8; at += 1)
    if (dark(modules, at, 6) !== (at % 2 === 0) || dark(modules, 6, at) !== (at % 2 === 0))
      fail('its timing is damaged');
}

function codewordsOf(modules: Modules, version: number, mask: number): number[] {
  const size = modules.length;
  const skips = isFunction(version, size);
  const flips = masks[mask] ?? fail('its mask');
  const bits: boolean[] = [];
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let down = 0; down < size; down += 1)
      for (const x of [right, right - 1]) {
        const y = ((right + 1) & 2) === 0 ? size - 1 - down : down;
        if (!skips(x, y)) bits.push(dark(modules, x, y) !== flips(x, y));
      }
  }
  return Array.from({ length: Math.floor(bits.length / 8) }, (_, at) =>
    bits.slice(8 * at, 8 * at + 8).reduce((sum, bit) => (sum << 1) | Number(bit), 0),
  );
}

function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) product = (product << 1) ^ ((product >>> 7) * 0x11d) ^ (((b >>> bit) & 1) * a);
  return product;
}

/** A word of the code is 0 at every root of its generator. */
function checkBlock(block: readonly number[], corrections: number): void {
  let root = 1;
  for (let power = 0; power < corrections; power += 1) {
    if (block.reduce((value, byte) => times(value, root) ^ byte, 0) !== 0) fail('a block is damaged');
    root = times(root, 2);
  }
}

function dataOf(codewords: readonly number[], level: 'L' | 'M', version: number): number[] {
  const [correction, count] = [table[level][0][version - 1] ?? 0, table[level][1][version - 1] ?? 1];
  const short = Math.floor(codewords.length / count);
  const shorts = count - (codewords.length % count);
  const blocks = Array.from({ length: count }, (_, at) => ({
    data: short - correction + (at < shorts ? 0 : 1),
    bytes: [] as number[],
  }));
  const words = codewords[Symbol.iterator]();
  const take = (): number => words.next().value ?? fail('it is too short');
  for (let at = 0; at <= short - correction; at += 1)
    for (const block of blocks) if (at < block.data) block.bytes.push(take());
  for (let at = 0; at < correction; at += 1) for (const block of blocks) block.bytes.push(take());
  for (const { bytes } of blocks) checkBlock(bytes, correction);
  return blocks.flatMap(({ data, bytes }) => bytes.slice(0, data));
}

/** The text of a code in byte mode, UTF-8. Throws when anything in it is not as it must be. */
export function readQr(modules: Modules): {
  readonly text: string;
  readonly version: number;
  readonly level: 'L' | 'M';
} {
  const version = (modules.length - 17) / 4;
  if (!Number.isInteger(version) || modules.some((row) => row.length !== modules.length)) fail('its size');
  checkFrame(modules);
  const { level, mask } = formatOf(modules);
  const bits = dataOf(codewordsOf(modules, version, mask), level, version)
    .map((byte) => byte.toString(2).padStart(8, '0'))
    .join('');
  const number = (from: number, length: number): number => Number.parseInt(bits.slice(from, from + length), 2);
  if (number(0, 4) !== 4) fail('another mode');
  const counted = version < 10 ? 8 : 16;
  const length = number(4, counted);
  const bytes = Array.from({ length }, (_, at) => number(4 + counted + 8 * at, 8));
  // Behind the text: the end mark.
  if (number(4 + counted + 8 * length, 4) !== 0) fail('no end');
  return { text: new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes)), version, level };
}
