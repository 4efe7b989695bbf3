/** Placeholder until the settings stand. */
export function SettingsPage() {
  return null;
}
