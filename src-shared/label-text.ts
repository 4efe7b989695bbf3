/** How large the letters of a label may be so that all of it stands there. Pure: screen, paper and tests ask the same. */

/** Letters smaller than this are not read by whoever carries the parcel. */
export const SMALLEST_POINTS = 6;
const MM_PER_POINT = 25.4 / 72;
export const LINE_HEIGHT = 1.3;
/** The first line, with who it is for, is set larger. */
export const NAME_SIZE = 1.25;

/** Full-width signs take a square, others about six tenths of one; rather too much than too little. */
const FULL_WIDTH =
  /[\u1100-\u115f\u2e80-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f000}-\u{3ffff}]/u;
const NARROW_EM = 0.6;

function emsOf(sign: string): number {
  return FULL_WIDTH.test(sign) ? 1 : NARROW_EM;
}

/** Figures and Latin letters stay together, with the house, stairs and door they number: a door in two lines is misread. */
const PIECES = /(?:[0-9A-Za-z.#-]+(?:号楼|单元|[号弄幢栋楼座室层院门组期])*)+|[^0-9A-Za-z.#-]/gu;

function widthOf(piece: string): number {
  let width = 0;
  for (const sign of piece) width += emsOf(sign);
  return width;
}

export interface Piece {
  readonly text: string;
  /** Not to be broken where it fits in a line. */
  readonly isWhole: boolean;
}

/** A text in the parts it may be broken between: numbers of houses and doors, and the words around them. */
export function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const [piece] of text.matchAll(PIECES)) {
    const last = pieces.at(-1);
    const isWhole = piece.length > 1;
    if (isWhole || last === undefined || last.isWhole) pieces.push({ text: piece, isWhole });
    else pieces[pieces.length - 1] = { text: last.text + piece, isWhole };
  }
  return pieces;
}

/** Lines that a text takes where so many squares stand in one: broken between any two signs, but within a number only where it fits nowhere. */
export function linesOf(text: string, ems: number): number {
  if (text === '') return 0;
  let lines = 1;
  let filled = 0;
  for (const [piece] of text.matchAll(PIECES)) {
    const wide = widthOf(piece);
    if (filled + wide <= ems) filled += wide;
    else if (wide <= ems) {
      lines += 1;
      filled = piece === ' ' ? 0 : wide;
    } else {
      // It begins a line of its own.
      const further = Math.ceil(wide / ems) - 1;
      lines += (filled > 0 ? 1 : 0) + further;
      filled = wide - further * ems;
    }
  }
  return lines;
}

export interface LabelText {
  /** Who it is for, and a telephone behind it: '' = none. */
  readonly head: string;
  readonly address: string;
}

export interface Fit {
  readonly points: number;
  /** Even in the smallest letters it does not all fit. */
  readonly isCut: boolean;
}

function fits(
  { head, address }: LabelText,
  room: { readonly widthMm: number; readonly heightMm: number },
  points: number,
): boolean {
  const em = points * MM_PER_POINT;
  const high = linesOf(head, room.widthMm / (em * NAME_SIZE)) * NAME_SIZE + linesOf(address, room.widthMm / em);
  return high * em * LINE_HEIGHT <= room.heightMm;
}

/** The largest letters up to `points`, in steps of a half. `room` is what is free within the label's own margins. */
export function fitOf(
  text: LabelText,
  room: { readonly widthMm: number; readonly heightMm: number },
  points: number,
): Fit {
  for (let size = points; size >= SMALLEST_POINTS; size -= 0.5) {
    if (fits(text, room, size)) return { points: size, isCut: false };
  }
  return { points: SMALLEST_POINTS, isCut: true };
}
