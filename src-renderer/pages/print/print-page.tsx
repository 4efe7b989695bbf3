/** Placeholder until printing stands. */
export function PrintPage() {
  return null;
}
