/** Who is left off today's list, told alike beside the list, in its count and on the day sheet. */

interface Of {
  readonly customer: number;
}

/** Those held back who are not listed for something else, each once: whoever is listed is contacted after all. */
export function heldOff<P extends Of>(held: readonly P[], listed: readonly Of[]): readonly P[] {
  const on = new Set(listed.map(({ customer }) => customer));
  const off = new Map(held.map((one) => [one.customer, one]));
  return [...off.values()].filter(({ customer }) => !on.has(customer));
}
