/** Which names belong together: sets that only grow (union-find). The smaller name is the root, so the result does not depend on the order of joins. */

/** Each name with its parent; a root is its own parent. */
export type Forest = Map<string, string>;

export function forestOf(): Forest {
  return new Map();
}

/** The root of a name; a name seen for the first time is its own root. */
export function rootOf(forest: Forest, name: string): string {
  let root = name;
  for (;;) {
    const parent = forest.get(root);
    if (parent === undefined) {
      forest.set(root, root);
      break;
    }
    if (parent === root) break;
    root = parent;
  }
  // Shorten the way for the next question.
  for (let step = name; step !== root; ) {
    const parent = forest.get(step) ?? root;
    forest.set(step, root);
    step = parent;
  }
  return root;
}

export function join(forest: Forest, a: string, b: string): void {
  const [left, right] = [rootOf(forest, a), rootOf(forest, b)];
  if (left === right) return;
  if (left < right) forest.set(right, left);
  else forest.set(left, right);
}
