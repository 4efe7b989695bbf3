/** Which addresses are our own, and which file each stands for. Pure, so that it can be tried with every trick. */

import { join, normalize, sep } from 'node:path';

/** The one place pages come from. */
export const ownOrigin = 'app://regulars';

/** True for addresses of our own pages. Whole origins are compared: `app://regulars.evil` begins like ours and is not. */
export function isOwnAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return `${url.protocol}//${url.host}` === ownOrigin && url.username === '' && url.password === '';
}

/** The file inside `folder` an address stands for, or null when it stands for none (another host, a way out of the folder). */
export function pageFile(folder: string, address: string): string | null {
  if (!isOwnAddress(address)) return null;
  let path: string;
  try {
    path = decodeURIComponent(new URL(address).pathname);
  } catch {
    // A broken percent sequence names no file.
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = normalize(join(folder, path === '/' ? 'index.html' : path));
  return file.startsWith(normalize(folder) + sep) ? file : null;
}
