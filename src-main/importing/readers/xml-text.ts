/** Characters and attributes of XML. */

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function characterOf(reference: string): string {
  const code = /^#x/i.test(reference)
    ? Number.parseInt(reference.slice(2), 16)
    : Number.parseInt(reference.slice(1), 10);
  return Number.isInteger(code) && code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}

/** Replaces character references. An unknown name stays as it is written. */
export function decodeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{1,6});/gi, (whole, reference: string) =>
    reference.startsWith('#')
      ? characterOf(reference)
      : ((Object.hasOwn(named, reference) ? named[reference] : undefined) ?? whole),
  );
}

/** One attribute by its local name, in what stands between a tag's name and its end; null when there is none. */
export function attributeOf(attributes: string, name: string): string | null {
  const start = attributes.indexOf(` ${name}="`);
  if (start >= 0) {
    const from = start + name.length + 3;
    const to = attributes.indexOf('"', from);
    if (to >= 0) return decodeXml(attributes.slice(from, to));
  }
  // Rare spellings (single quotes, spaces around '=') are looked for only when the name is there at all.
  if (!attributes.includes(name)) return null;
  for (const match of attributes.matchAll(/([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (match[1] === name) return decodeXml(match[2] ?? match[3] ?? '');
  }
  return null;
}
