/** Statements put together from `.sql` files: parts that stand between `--[name` and `--]`, and the comment that says what a file asks. Pure. */

/** The text with the named parts kept and all others left out; the marks themselves always go. */
export function withParts(sql: string, kept: readonly string[]): string {
  return sql.replace(/^ *--\[(\w+)\n([\s\S]*?)^ *--\]\n/gm, (_all, name: string, part: string) =>
    kept.includes(name) ? part : '',
  );
}

/** A file's first comment lines, and what comes after them. */
export function parted(sql: string): readonly [comment: string, body: string] {
  const [comment = ''] = /^(?:--(?!\[).*\n)+/.exec(sql) ?? [];
  return [comment, sql.slice(comment.length).trim()];
}
