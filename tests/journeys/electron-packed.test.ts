/**
 * The packed program: its fuses are off, it carries what it needs and no more, and the owner's first day goes through in it, from real
 * files dropped on the window to the paper and back.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { electronJourneysMissing, electronRuntime, needsOutsideNode, onPath } from '../machine/electron-runtime.ts';
import { type Attached, attachTo } from './support/attached.ts';
import { launchCommand } from './support/electron.ts';
import { freshFolder } from './support/folders.ts';
import { bytesIn, type Packed, packProgram } from './support/packed.ts';
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

const missing = electronJourneysMissing();

/** The packed program's own Electron may be too old for the ledger: the host of the archive then runs on a Node of outside. */
async function start(packed: Packed, more: Readonly<Record<string, string>>): Promise<Attached> {
  const runtime = electronRuntime();
  const outside = 'path' in runtime && needsOutsideNode(runtime.path);
  const command = await launchCommand({ today: '2022-12-31' });
  const hostEntries: Record<string, string> = outside
    ? { REGULARS_HOST_ENTRIES: join(packed.contents, 'dist/main') }
    : {};
  const flags = command.args.filter((arg) => arg.startsWith('--'));
  return attachTo(packed.program, ['--remote-debugging-port=0', ...flags], { ...command.env, ...hostEntries, ...more });
}

describe.skipIf(missing !== null)(`the packed program${missing === null ? '' : ` (skipped: ${missing})`}`, () => {
  let packed: Packed;
  beforeAll(() => {
    packed = packProgram();
  }, 240_000);

  test('has its fuses off', async () => {
    const wire = await getCurrentFuseWire(packed.program);
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ];
    const on = [
      FuseV1Options.OnlyLoadAppFromAsar,
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
    ];
    for (const fuse of off) expect(wire[fuse], FuseV1Options[fuse]).toBe(FuseState.DISABLE);
    for (const fuse of on) expect(wire[fuse], FuseV1Options[fuse]).toBe(FuseState.ENABLE);
  });

  test('carries one native binary, outside the archive, and its icons and licences', () => {
    const unpacked = join(packed.folder, 'resources/app.asar.unpacked/node_modules/better-sqlite3/prebuilds');
    expect(readdirSync(unpacked)).toEqual([`${process.platform}-${process.arch}.node`]);
    for (const name of ['LICENSE.txt', 'LICENSES.txt', 'LICENSES.chromium.html'])
      expect(existsSync(join(packed.folder, name)), name).toBe(true);
    expect(readdirSync(join(packed.folder, 'locales')).sort()).toEqual(['en-US.pak', 'zh-CN.pak']);
  });

  test('carries no package whose licence it does not name, and nothing that is only for developers', () => {
    const licences = readFileSync(join(packed.folder, 'LICENSES.txt'), 'utf8');
    const manifests = readdirSync(join(packed.contents, 'node_modules'), { recursive: true })
      .map(String)
      .filter((name) => /(^|node_modules\/)(@[^/]+\/)?[^/]+\/package\.json$/.test(name));
    const unnamed = manifests
      .map(
        (name) =>
          JSON.parse(readFileSync(join(packed.contents, 'node_modules', name), 'utf8')) as {
            name: string;
            version: string;
          },
      )
      .filter(({ name, version }) => !licences.includes(`\n${name} ${version} — `));
    expect(unnamed).toEqual([]);
    // Only what cannot be bundled lies there as a package; the rest is inside the bundles, and named all the same.
    expect(manifests.length).toBeGreaterThan(0);
    expect(licences.match(/^\S+ \d\S* — /gm)?.length).toBeGreaterThan(50);
    const names = readdirSync(packed.contents, { recursive: true }).map(String);
    expect(
      names.filter((name) => /\.(map|d\.[cm]?ts|tsx?)$|packages-\w+\.json$|(cli|preview)\.mjs$/.test(name)),
    ).toEqual([]);
  });

  test('lacks nothing of what its packages load', () => {
    const script = Object.keys(manifest.dependencies)
      .map((name) => `await import('${name}');`)
      .join('\n');
    const file = join(packed.contents, 'load.mjs');
    writeFileSync(file, script);
    const done = spawnSync(process.execPath, [file], { encoding: 'utf8' });
    expect(done.stderr).toBe('');
    expect(done.status).toBe(0);
  });

  test('is of a size one may download: its own part is a fraction of Electron’s', () => {
    expect(bytesIn(join(packed.folder, 'resources'))).toBeLessThan(20_000_000);
  });

  test('with a stand-in host reaches it as a utility process', async () => {
    const command = await launchCommand({ standIn: 'utility-process' });
    const { REGULARS_PAGE: _page, ...env } = command.env;
    const flags = command.args.filter((arg) => arg.startsWith('--'));
    const regulars = await attachTo(packed.program, ['--remote-debugging-port=0', ...flags], env);
    try {
      expect(await callOnPage(regulars.page, 'shell.info')).toMatchObject({ kind: 'electron' });
      expect(await callOnPage(regulars.page, 'test.echo', { a: 1 })).toEqual({ a: 1 });
      expect(await regulars.page.locator('script[src]').count()).toBeGreaterThan(0);
    } finally {
      await regulars.close();
    }
  });

  describe('on the first day', () => {
    const paper = freshFolder('paper');
    let regulars: Attached | undefined;
    let before = '';
    const page = (): Attached['page'] => {
      if (regulars === undefined) throw new Error('the program did not start');
      return regulars.page;
    };
    beforeAll(async () => {
      regulars = await start(packed, { REGULARS_SAVE_FOLDER: paper });
      before = await stateHashOf(page());
    });
    afterAll(() => regulars?.close());

    test('two dropped files are recognised, joined and reckoned up', async () => {
      await dropAndCheck(page());
      expect(await stateHashOf(page())).toBe(before);
    });

    test('posting makes customers, and a figure leads down to the cell of the file', async () => {
      await post(page());
      await reachTheCell(page());
    });

    const noPdfReader = onPath('pdftotext') === null ? ' (skipped: no pdftotext, `npm run setup:ci` installs it)' : '';
    test.skipIf(noPdfReader !== '')(`the list is saved as a PDF with the same words${noPdfReader}`, async () => {
      await openPrintPage(page());
      await page().getByRole('button', { name: '存成 PDF' }).click();
      const saved = (): string | undefined => readdirSync(paper).find((name) => name.endsWith('.pdf'));
      await expect.poll(saved, { timeout: 30_000 }).toBeDefined();
      await expect.poll(() => pdfText(join(paper, saved() ?? '')).length, { timeout: 10_000 }).toBeGreaterThan(50);
      expectPrintedList(pdfText(join(paper, saved() ?? '')));
    });

    test('the import is taken back and nothing is left of it', async () => {
      await undoInHistory(page(), before);
    });
  });
});
