/** Text as the search box compares it: the index and what is typed go through the same door. */

/** Half width, lower case, without accents; whatever is neither letter nor digit is a space. '豆豆_Mama' → '豆豆 mama'. */
export function foldText(text: string): string {
  const usual = /^[ -~\p{Script=Han}]*$/u.test(text);
  const plain = usual
    ? text
    : text
        .toLowerCase()
        .normalize('NFKD')
        .replace(/\p{M}+/gu, '')
        .normalize('NFKC');
  return plain
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Folded, and the spaces gone: '豆豆_Mama' → '豆豆mama'. */
export function squeezeText(text: string): string {
  return foldText(text).replaceAll(' ', '');
}

/** A letter or digit of ASCII, by its code: these are searched three by three, everything else character by character. */
export function isLatin(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}
