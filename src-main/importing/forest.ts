/** Which numbers belong together: sets that only grow (union-find). */

/** Each number with its parent; a root is its own parent. */
export type Forest = Int32Array;

/** So many numbers from 0 on, each by itself. */
export function forestOf(count: number): Forest {
  return Int32Array.from({ length: count }, (_, number) => number);
}

export function rootOf(forest: Forest, number: number): number {
  let root = number;
  while ((forest[root] ?? root) !== root) root = forest[root] ?? root;
  // Shorten the way for the next question.
  for (let step = number; step !== root; ) {
    const parent = forest[step] ?? root;
    forest[step] = root;
    step = parent;
  }
  return root;
}

/** The smaller root stays one. */
export function join(forest: Forest, a: number, b: number): void {
  const [left, right] = [rootOf(forest, a), rootOf(forest, b)];
  if (left < right) forest[right] = left;
  else if (right < left) forest[left] = right;
}
