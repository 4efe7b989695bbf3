/** Where a column stands: problems name columns without the blanks that exports put around their heads. */

export function columnNamed(header: readonly string[], name: string | null): number {
  return name === null ? -1 : header.findIndex((head) => head.trim() === name.trim());
}
