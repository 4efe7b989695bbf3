/** Placeholder. */
export function WelcomePage() {
  return null;
}
