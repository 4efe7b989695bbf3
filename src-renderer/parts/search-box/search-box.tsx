/** Placeholder until the search stands. */
export function GlobalSearch() {
  return null;
}
