/** Placeholder until the tiers stand. */
export function TiersPage() {
  return null;
}
