/** A count with its thousands grouped; the same in both languages. */

export function CountText({ count }: { readonly count: number }) {
  return <span className="nw">{formatCount(count)}</span>;
}

export function formatCount(count: number): string {
  const grouped = String(Math.abs(count)).replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return count < 0 ? `\u2212${grouped}` : grouped;
}
