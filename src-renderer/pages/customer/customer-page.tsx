/** Placeholder until the customer's page stands. */
export function CustomerPage(_: { readonly customer: number }) {
  return null;
}
