/** Telephone numbers: whole, masked by the marketplace, or virtual (a relay host with an extension). Pure rules. */

export type PhoneKind = 'whole' | 'masked' | 'virtual' | 'none';

export interface Phone {
  readonly kind: PhoneKind;
  /** Digits of a whole number without +86; of a masked one with '*' in place; of a virtual one 'host-extension'. '' for none. */
  readonly value: string;
}

const NONE: Phone = { kind: 'none', value: '' };

function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

/** 13800138001 and nothing else: most cells, read without looking for marks. */
function isMobile(text: string): boolean {
  if (text.length !== 11 || text.charCodeAt(0) !== 49) return false;
  let same = true;
  for (let at = 1; at < 11; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) return false;
    same &&= code === 49;
  }
  return !same;
}

/** Ciphertext that a marketplace exports in place of a phone or an address (Kuaishou): long, of letters, digits and signs, without a space. */
export function isEncrypted(cell: string): boolean {
  const text = cell.trim();
  return text.length >= 16 && /^[\w$#~+/=.-]+$/.test(text) && (text.match(/[a-z]/gi)?.length ?? 0) >= 6;
}

/**
 * Reads what a cell says about a telephone. Only a `whole` number may ever identify or be called:
 * masked digits are shared by many people, a virtual host by everybody.
 */
export function readPhone(cell: string): Phone {
  if (cell === '') return NONE;
  if (isMobile(cell)) return { kind: 'whole', value: cell };
  const text = halfWidth(cell).trim().replace(/^'/, '');
  if (text === '' || !/\d/.test(text) || isEncrypted(text)) return NONE;
  const extension = /^(.*\d)\s*(?:转|轉|ext\.?|x|-)\s*(\d{3,5})$/i.exec(text.replace(/[()]/g, ''));
  if (extension?.[1] !== undefined && extension[2] !== undefined) {
    const host = stripCountry(extension[1]);
    // 010-12345678 is a landline, not a host with an extension: hosts are 11-digit mobiles.
    if (/^1\d{10}$/.test(host)) return { kind: 'virtual', value: `${host}-${extension[2]}` };
  }
  if (/[*xX•＊]{2,}/.test(text) || text.includes('*')) {
    const masked = stripCountry(text.replace(/[xX•＊]/g, '*'), true);
    return /\d/.test(masked) ? { kind: 'masked', value: masked } : NONE;
  }
  const digits = stripCountry(text);
  if (/^\d{7,15}$/.test(digits) && !/^(\d)\1+$/.test(digits)) return { kind: 'whole', value: digits };
  return NONE;
}

function stripCountry(text: string, keepStars = false): string {
  const kept = text.replace(keepStars ? /[^\d*+]/g : /[^\d+]/g, '');
  return kept.replace(/^(?:\+86|0086|86(?=1[\d*]{10}$))/, '').replace(/\+/g, '');
}

/** 138****2071: how a whole number is shown unless the owner asks for it. Short numbers keep only their tail. */
export function maskPhone(value: string): string {
  if (value.includes('*')) return value;
  if (value.length >= 11) return `${value.slice(0, 3)}****${value.slice(-4)}`;
  return `${'*'.repeat(Math.max(0, value.length - 4))}${value.slice(-4)}`;
}
