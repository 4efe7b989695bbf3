/** Paper and PDF of what the page shows. Margins, repeated heads and page numbers are the page's own print styles. */

import { rename, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { WebContents } from 'electron';
import { Problem } from '../../src-shared/problem.ts';

export interface Paper {
  readonly paper: 'A4' | 'A5' | 'Letter';
  readonly landscape: boolean;
}

/** Opens the printer dialog; false when the person closed it or there is no printer. */
export function printPage(contents: WebContents, { paper, landscape }: Paper): Promise<boolean> {
  return new Promise((resolve) => {
    contents.print(
      { silent: false, printBackground: true, pageSize: paper, landscape, margins: { marginType: 'none' } },
      (printed) => resolve(printed),
    );
  });
}

/** Writes the page as PDF and tells its size. The file appears whole or not at all. */
export async function printPageToPdf(
  contents: WebContents,
  { paper, landscape }: Paper,
  path: string,
): Promise<number> {
  const pdf = await contents.printToPDF({
    pageSize: paper,
    landscape,
    preferCSSPageSize: true,
    printBackground: true,
    displayHeaderFooter: false,
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
  });
  const arriving = `${path}.part`;
  try {
    await writeFile(arriving, pdf);
    await rename(arriving, path);
  } catch {
    await rm(arriving, { force: true });
    // Full disk, no permission, the file open in a viewer: the owner chooses another place.
    throw new Problem('save-failed', { name: basename(path) });
  }
  return pdf.byteLength;
}
