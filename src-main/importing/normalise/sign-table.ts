/**
 * Asks of every sign of a text what was asked of each of the 65,536 once. Every cell of a file is looked through several times, and nearly
 * all have nothing in them.
 */

const SIGNS = 0x1_0000;

/** The function that comes back answers whether any sign of a text is one of those. */
export function signTable(isMeant: (code: number) => boolean): (text: string) => boolean {
  const meant = new Uint8Array(SIGNS);
  for (let code = 0; code < SIGNS; code += 1) if (isMeant(code)) meant[code] = 1;
  return (text) => {
    let any = 0;
    for (let at = 0; at < text.length; at += 1) any |= meant[text.charCodeAt(at)] ?? 0;
    return any !== 0;
  };
}
