/** Numbers as addresses that a telephone understands: it opens its dialler (RFC 3966), or a message that is written already (RFC 5724). */

/** `phone`: whole, as `readPhone` gives it. */
export function telUri(phone: string): string {
  return `tel:${phone}`;
}

/** With the text, if there is one; each character that is none of an address is escaped. */
export function smsUri(phone: string, body = ''): string {
  return body === '' ? `sms:${phone}` : `sms:${phone}?body=${encodeURIComponent(body)}`;
}
