/** What the browser can do in the shell's place, in the preview: choose files, print, copy, save through a download. */

import type { ParamsOf, ResultOf, ShellMethod } from '../../src-shared/contract/index.ts';
import type { FileTicket } from '../../src-shared/contract/shell.ts';
import { Problem } from '../../src-shared/problem.ts';

export interface BrowserSurroundings {
  upload(file: File): Promise<FileTicket>;
  /** Asks the preview for a place to write to; the file is downloaded when it is done. */
  saveTicket(name: string): Promise<string>;
}

type ShellHandlers = { readonly [Name in ShellMethod]: (params: ParamsOf<Name>) => Promise<ResultOf<Name>> };

function pickFiles(): Promise<readonly File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = '.csv,.tsv,.txt,.xlsx,.xls';
    input.style.display = 'none';
    const finish = (): void => {
      resolve([...(input.files ?? [])]);
      input.remove();
    };
    input.addEventListener('change', finish);
    input.addEventListener('cancel', finish);
    document.body.append(input);
    input.click();
  });
}

/** By a copy event a table goes as it is; `navigator.clipboard` would take out how its cells are to be read. False: not allowed now. */
function copyByEvent(text: string, html: string): boolean {
  const give = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
    event.clipboardData?.setData('text/html', html);
  };
  document.addEventListener('copy', give, { capture: true, once: true });
  try {
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', give, { capture: true });
  }
}

async function copy(text: string, html: string | undefined): Promise<void> {
  try {
    if (html !== undefined && copyByEvent(text, html)) return;
    if (html === undefined) await navigator.clipboard.writeText(text);
    else await navigator.clipboard.write([new ClipboardItem({ 'text/plain': text, 'text/html': html })]);
  } catch {
    throw new Problem('not-here', { what: 'copy' });
  }
}

/** Sheets of paper are set by a style rule: the browser's dialog takes its size from there. */
function printPage(paper: string, landscape: boolean): void {
  const rule = document.createElement('style');
  rule.textContent = `@page { size: ${paper} ${landscape ? 'landscape' : 'portrait'}; }`;
  document.head.append(rule);
  window.print();
  rule.remove();
}

export function browserShell(surroundings: BrowserSurroundings): ShellHandlers {
  return {
    'shell.info': async () => ({
      kind: 'browser',
      platform: navigator.platform,
      version: __VERSION__,
      canPrintToPdf: false,
      canTray: false,
    }),
    'shell.chooseFiles': async () => {
      const files = await pickFiles();
      return { files: await Promise.all(files.map((file) => surroundings.upload(file))) };
    },
    'shell.chooseTarget': async ({ name }) => ({ target: await surroundings.saveTicket(name) }),
    'shell.print': async ({ paper, landscape }) => {
      printPage(paper, landscape);
      return { printed: true };
    },
    'shell.printToPdf': async ({ paper, landscape }) => {
      // The browser's own dialog offers "save as PDF".
      printPage(paper, landscape);
      return { bytes: 0 };
    },
    'shell.reveal': async () => {
      throw new Problem('not-here', { what: 'reveal' });
    },
    'shell.notify': async () => ({ shown: false }),
    'shell.setTray': async () => ({ kept: false }),
    'shell.setLook': async () => ({ done: true }),
    'shell.copy': async ({ text, html }) => {
      await copy(text, html);
      return { done: true };
    },
  };
}
