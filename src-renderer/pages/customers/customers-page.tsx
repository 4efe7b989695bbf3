/** Placeholder until the customer list stands. */
export function CustomersPage() {
  return null;
}
