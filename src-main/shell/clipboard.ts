/** Puts words, and a table as HTML beside them, on the clipboard. */

import * as electron from 'electron';

/** The clipboard as it was up to Electron 44. */
interface OlderClipboard {
  write(data: { readonly text: string; readonly html: string }): void;
}

export async function copy(text: string, html: string | undefined): Promise<void> {
  if (html === undefined) {
    await electron.clipboard.writeText(text);
  } else if ('ClipboardItem' in electron) {
    await electron.clipboard.write([new electron.ClipboardItem({ 'text/plain': text, 'text/html': html })]);
  } else {
    // Older Electrons have no ClipboardItem and take both at once; the types know the newest only.
    (electron as { clipboard: unknown } as { clipboard: OlderClipboard }).clipboard.write({ text, html });
  }
}
