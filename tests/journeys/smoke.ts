/**
 * `npm run smoke`: does the program run on this machine, with the Electron it is meant for? Fetches Electron as `npm start` does, opens the
 * real window on a data folder of its own, imports two sample files, follows a figure to its cell, prints to PDF, takes the import back and
 * quits. One line a step; ends with another code than 0 when one fails. Set ELECTRON_OVERRIDE_DIST_PATH to try another Electron.
 */

import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { buildIfNeeded } from '../../src-main/start/build.ts';
import { electronHere, fetchElectron } from '../../src-main/start/electron-binary.ts';
import { electronVersion, needsOutsideNode, onPath } from '../machine/electron-runtime.ts';
import { type Launched, launchRegulars } from './support/electron.ts';
import { freshFolder } from './support/folders.ts';
import { callOnPage } from './support/page-calls.ts';
import {
  dropAndCheck,
  expectPrintedList,
  openPrintPage,
  pdfText,
  post,
  reachTheCell,
  stateHashOf,
  undoInHistory,
} from './support/spine.ts';

const say = (words: string): boolean => process.stdout.write(`${words}\n`);

let told = false;

/** Runs a step and says how it ended; what `work` answers is told beside it. Nothing after a failed step is tried. */
async function step<Result>(
  name: string,
  work: () => Promise<Result> | Result,
  tell: (result: Result) => string,
): Promise<Result> {
  try {
    const result = await work();
    say(`ok    ${name}${tell(result)}`);
    return result;
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    say(`FAIL  ${name}: ${words.split('\n')[0]}`);
    told = true;
    throw error;
  }
}

const nothing = (): string => '';

function electron(): string {
  const found = electronHere() ?? fetchElectron();
  if (found === null)
    throw new Error(
      'it is not here and could not be fetched; set ELECTRON_MIRROR, or ELECTRON_OVERRIDE_DIST_PATH to a folder that holds it',
    );
  return found;
}

async function printed({ app, page }: Launched): Promise<string> {
  await openPrintPage(page);
  const path = join(freshFolder('paper'), '名单.pdf');
  // The native dialog answers as the person would.
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
  await page.getByRole('button', { name: '存成 PDF' }).click();
  for (let turn = 0; turn < 300 && !existsSync(path); turn += 1) await page.waitForTimeout(100);
  if (onPath('pdftotext') !== null) expectPrintedList(pdfText(path));
  return path;
}

async function quit({ app }: Launched): Promise<number | null> {
  const child = app.process();
  await app.close();
  if (child.exitCode !== 0) throw new Error(`it ended with ${String(child.exitCode ?? child.signalCode)}`);
  return child.exitCode;
}

async function smoke(): Promise<void> {
  const binary = await step('Electron is here', electron, (path) => `: ${electronVersion(path)}`);
  await step('the program is built', () => buildIfNeeded({ quiet: true }), nothing);
  const open = (): Promise<Launched> => launchRegulars({ today: '2022-12-31' });
  const regulars = await step('its window opens', open, nothing);
  const child = regulars.app.process();
  try {
    const before = await step(
      'the ledger answers',
      () => stateHashOf(regulars.page),
      () => (needsOutsideNode(binary) ? ' (its host on an outside Node: this Electron is older than 36)' : ''),
    );
    await step('two dropped files are checked', () => dropAndCheck(regulars.page), nothing);
    await step(
      'and imported',
      () => post(regulars.page),
      () => ': 16 orders',
    );
    await step('a figure leads to its cell', () => reachTheCell(regulars.page), nothing);
    await step(
      'the list becomes a PDF',
      () => printed(regulars),
      (path) =>
        `: ${statSync(path).size} bytes${onPath('pdftotext') === null ? ', its words not read: no pdftotext here' : ', its words as they should be'}`,
    );
    await step('a backup is made', () => callOnPage(regulars.page, 'backups.make'), nothing);
    await step('the import is taken back', () => undoInHistory(regulars.page, before), nothing);
    await step('the program quits', () => quit(regulars), nothing);
  } finally {
    child.kill('SIGKILL');
  }
}

try {
  await smoke();
  say('passed');
} catch (error) {
  if (!told) say(`FAIL  ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  say('failed');
  process.exitCode = 1;
}
// A window that does not answer any more must not keep the script.
process.exit();
