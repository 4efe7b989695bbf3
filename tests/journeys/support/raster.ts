/** A PDF drawn as it would be printed, ten dots to the millimetre, to be measured. */

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const DOTS_PER_MM = 10;
const INK = 160;

export interface Raster {
  readonly widthMm: number;
  readonly heightMm: number;
  /** From where to where, in mm, there is ink along a line across (`y`) or down (`x`); stretches parted by less than 0.3 mm are one. */
  readonly inkAcross: (yMm: number) => readonly (readonly [from: number, to: number])[];
  readonly inkDown: (xMm: number) => readonly (readonly [from: number, to: number])[];
}

function stretches(length: number, isInk: (at: number) => boolean): (readonly [number, number])[] {
  const found: [number, number][] = [];
  for (let at = 0; at < length; at += 1) {
    if (!isInk(at)) continue;
    const last = found.at(-1);
    if (last !== undefined && at - last[1] * DOTS_PER_MM < 3) last[1] = (at + 1) / DOTS_PER_MM;
    else found.push([at / DOTS_PER_MM, (at + 1) / DOTS_PER_MM]);
  }
  return found;
}

/** Page counted from 1. */
export function rasterOf(pdf: string, page: number): Raster {
  const out = pdf.replace(/\.pdf$/, `-${page}`);
  const asked = [
    '-gray',
    '-r',
    String(DOTS_PER_MM * 25.4),
    '-f',
    String(page),
    '-l',
    String(page),
    '-singlefile',
    pdf,
    out,
  ];
  const done = spawnSync('pdftoppm', asked, { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`pdftoppm: ${done.stderr}`);
  const bytes = readFileSync(`${out}.pgm`);
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(bytes.toString('latin1', 0, 60));
  if (head === null) throw new Error('no grey picture');
  const [width, height] = [Number(head[1]), Number(head[2])];
  const dotAt = (x: number, y: number): number => bytes[head[0].length + y * width + x] ?? 255;
  return {
    widthMm: width / DOTS_PER_MM,
    heightMm: height / DOTS_PER_MM,
    inkAcross: (yMm) => stretches(width, (x) => dotAt(x, Math.round(yMm * DOTS_PER_MM)) < INK),
    inkDown: (xMm) => stretches(height, (y) => dotAt(Math.round(xMm * DOTS_PER_MM), y) < INK),
  };
}
