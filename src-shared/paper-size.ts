/** A sheet of paper, upright or not. */
export interface PaperSize {
  readonly widthMm: number;
  readonly heightMm: number;
}
