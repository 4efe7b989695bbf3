/** How alike two words are, from 0 to 1, letter by letter (code points). Pure measures; what they mean for people, `evidence` says. */

/** The letters of both that stand near enough to the other's, in the order each has them. */
function common(a: readonly string[], b: readonly string[]): readonly [string[], string[]] {
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Uint8Array(b.length);
  const left: string[] = [];
  a.forEach((letter, at) => {
    const last = Math.min(b.length - 1, at + reach);
    for (let other = Math.max(0, at - reach); other <= last; other += 1) {
      if (taken[other] === 1 || b[other] !== letter) continue;
      taken[other] = 1;
      left.push(letter);
      return;
    }
  });
  return [left, b.filter((_, at) => taken[at] === 1)];
}

/** Jaro (1989), with half a transposition for each letter out of order, as R's stringdist counts. Two empty words are alike. */
export function jaro(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  if (left.length === 0 && right.length === 0) return 1;
  const [ofLeft, ofRight] = common(left, right);
  const count = ofLeft.length;
  if (count === 0) return 0;
  const turned = ofLeft.filter((letter, at) => letter !== ofRight[at]).length / 2;
  return (count / left.length + count / right.length + (count - turned) / count) / 3;
}

const PREFIX = 4;
const PREFIX_SCALE = 0.1;

/** Jaro–Winkler (Winkler 1990): words that begin alike are more alike. Prefix scale 0.1 up to four letters, always applied. */
export function jaroWinkler(a: string, b: string): number {
  const alike = jaro(a, b);
  const [left, right] = [Array.from(a), Array.from(b)];
  let prefix = 0;
  while (prefix < PREFIX && prefix < left.length && left[prefix] === right[prefix]) prefix += 1;
  return alike + prefix * PREFIX_SCALE * (1 - alike);
}

/** Levenshtein (1966): the fewest letters to put in, take out or exchange. */
export function editDistance(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  let row = Array.from({ length: right.length + 1 }, (_, at) => at);
  left.forEach((letter, at) => {
    const next = [at + 1];
    right.forEach((other, place) => {
      const exchanged = (row[place] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(exchanged, (row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1));
    });
    row = next;
  });
  return row[right.length] ?? 0;
}

/**
 * What part of the letters of the longer word the other has as well, wherever they stand: 1 for words of the same letters. Fingers change
 * places (Lnodon, oLdnon), which the measures that read from left to right take for another word.
 */
export function sameLetters(a: string, b: string): number {
  const [left, right] = [Array.from(a), Array.from(b)];
  const most = Math.max(left.length, right.length);
  if (most === 0) return 1;
  const others = new Map<string, number>();
  for (const letter of right) others.set(letter, (others.get(letter) ?? 0) + 1);
  let same = 0;
  for (const letter of left) {
    const count = others.get(letter) ?? 0;
    if (count === 0) continue;
    others.set(letter, count - 1);
    same += 1;
  }
  return same / most;
}
