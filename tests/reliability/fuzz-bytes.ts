/** Mutations of a file's bytes, and of the text of a text file: as transfers, disks, editors and people spoil them. */

import type { Random } from '../../src-main/demo/random.ts';

export interface Mutation {
  readonly name: string;
  readonly bytes: Buffer;
}

type ByteMutation = (bytes: Buffer, random: Random) => Buffer;

const LONGEST_BLOCK = 2048;

function block(bytes: Buffer, random: Random): readonly [from: number, to: number] {
  const from = random.below(Math.max(1, bytes.length));
  return [from, Math.min(bytes.length, from + 1 + random.below(LONGEST_BLOCK))];
}

const flipBits: ByteMutation = (bytes, random) => {
  const flipped = Buffer.from(bytes);
  const count = 1 + random.below(random.chance(0.8) ? 8 : 400);
  for (let turn = 0; turn < count; turn += 1) {
    const at = random.below(flipped.length);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << random.below(8));
  }
  return flipped;
};

const swapBlocks: ByteMutation = (bytes, random) => {
  const [one, two] = [block(bytes, random), block(bytes, random)].toSorted(([a], [b]) => a - b);
  if (one === undefined || two === undefined || one[1] > two[0]) return flipBits(bytes, random);
  const piece = (from: number, to: number): Buffer => bytes.subarray(from, to);
  return Buffer.concat([
    piece(0, one[0]),
    piece(...two),
    piece(one[1], two[0]),
    piece(...one),
    piece(two[1], bytes.length),
  ]);
};

const truncate: ByteMutation = (bytes, random) => bytes.subarray(0, random.below(bytes.length));

const loseBlock: ByteMutation = (bytes, random) => {
  const [from, to] = block(bytes, random);
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
};

const repeatBlock: ByteMutation = (bytes, random) => {
  const [from, to] = block(bytes, random);
  return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
};

const zeroBlock: ByteMutation = (bytes, random) => {
  const [from, to] = block(bytes, random);
  return Buffer.from(bytes).fill(0, from, to);
};

const insertNoise: ByteMutation = (bytes, random) => {
  const [at] = block(bytes, random);
  const noise = Buffer.from(Array.from({ length: 1 + random.below(64) }, () => random.below(256)));
  return Buffer.concat([bytes.subarray(0, at), noise, bytes.subarray(at)]);
};

export const byteMutations: Readonly<Record<string, ByteMutation>> = {
  flipBits,
  swapBlocks,
  truncate,
  loseBlock,
  repeatBlock,
  zeroBlock,
  insertNoise,
};

/** What people and programs put between, around and into cells. */
const strangers = [
  '"',
  '""',
  '"\r\n',
  ',',
  ',,,,',
  ';',
  '\t',
  '|',
  '\r',
  '\n\n',
  '\u0000',
  '\uFEFF',
  '\u2028',
  '="',
  "'",
  '\\"',
  '1E+309',
  '-0',
  '9'.repeat(400),
  '\ud800',
  '合计',
  '__proto__',
  '订单编号,订单状态',
] as const;

/** Letter for letter, whatever the encoding: what is not ASCII keeps its bytes. */
function onText(edit: (text: string, random: Random) => string): ByteMutation {
  return (bytes, random) => {
    const edited = edit(bytes.toString('latin1'), random);
    return Buffer.from(
      edited.replace(/[\u0100-\uffff]+/g, (part) => Buffer.from(part).toString('latin1')),
      'latin1',
    );
  };
}

const insertStranger = onText((text, random) => {
  let edited = text;
  for (let turn = 0; turn <= random.below(4); turn += 1) {
    const at = random.below(edited.length + 1);
    edited = edited.slice(0, at) + random.pick(strangers) + edited.slice(at);
  }
  return edited;
});

const otherDelimiter = onText((text, random) => {
  const lines = text.split('\n');
  const [from, count] = [random.below(lines.length), random.chance(0.5) ? lines.length : 1 + random.below(4)];
  const delimiter = random.pick([';', '\t', '|', ' ', ', ']);
  return lines.map((line, at) => (at >= from && at < from + count ? line.replaceAll(',', delimiter) : line)).join('\n');
});

const quotesGone = onText((text, random) => {
  const odd = random.chance(0.5) ? '' : "'";
  let left = 1 + random.below(6);
  return text.replace(/"/g, (quote) => {
    if (left === 0 || !random.chance(0.2)) return quote;
    left -= 1;
    return odd;
  });
});

const linesMixed = onText((text, random) => {
  const lines = text.split('\n');
  const at = (): number => random.below(lines.length);
  const [one, two] = [at(), at()];
  const [first = '', second = ''] = [lines[one], lines[two]];
  return lines
    .with(one, second)
    .with(two, first)
    .toSpliced(at(), 0, lines[at()] ?? '')
    .join('\n');
});

const cellsMixed = onText((text, random) => {
  const lines = text.split('\n');
  const at = random.below(lines.length);
  const cells = (lines[at] ?? '').split(',');
  const [from, to] = [random.below(cells.length), random.below(cells.length + 1)];
  const [moved = ''] = cells.splice(from, 1);
  if (random.chance(0.7)) cells.splice(to, 0, moved);
  return lines.with(at, cells.join(',')).join('\n');
});

export const textMutations: Readonly<Record<string, ByteMutation>> = {
  insertStranger,
  otherDelimiter,
  quotesGone,
  linesMixed,
  cellsMixed,
};
