/** Which signs no font of this computer has: they would stand on paper as empty boxes. */

/** Every font for Chinese has the first block of them. */
const USUAL = /[\u0020-\u024f\u2010-\u2027\u3000-\u303f\u4e00-\u9fa5\uff00-\uff5e]/u;
/** No sign stands here, and none is planned: what is drawn for it is the box. */
const NOBODY = '\u{3fff0}';
const SIDE = 24;

function drawing(pen: CanvasRenderingContext2D, sign: string): string {
  pen.clearRect(0, 0, SIDE * 2, SIDE * 2);
  pen.fillText(sign, 2, SIDE);
  return pen.getImageData(0, 0, SIDE * 2, SIDE * 2).data.join();
}

/** Each sign once, in the order of the text. Nothing where there is no screen to try it on. */
export function missingSigns(text: string): readonly string[] {
  const odd = [...new Set(text)].filter((sign) => !USUAL.test(sign) && sign.trim() !== '');
  if (odd.length === 0) return [];
  const canvas = document.createElement('canvas');
  canvas.width = SIDE * 2;
  canvas.height = SIDE * 2;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (pen === null) return [];
  pen.font = `${SIDE}px ${getComputedStyle(document.body).fontFamily}`;
  pen.textBaseline = 'middle';
  const box = drawing(pen, NOBODY);
  return odd.filter((sign) => drawing(pen, sign) === box);
}
