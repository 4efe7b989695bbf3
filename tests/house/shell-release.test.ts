/** What leaves the house: the installers' configuration, and that a release bundle knows no door of the tests. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { trayIcon } from '../../src-main/shell/tray-icon.ts';
import { sizeOfPng, sizesInIcns, sizesInIco } from '../machine/icon-files.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What only tests may say to the program. */
const doors = [
  'REGULARS_HOST_NODE',
  'REGULARS_HOST_ENTRIES',
  'REGULARS_PAGE',
  'REGULARS_DATA',
  'REGULARS_TODAY',
  'REGULARS_CLOCK',
  'REGULARS_SAVE_FOLDER',
];

describe('the installers', () => {
  const configuration = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
  const says = (line: string): boolean => configuration.split('\n').some((each) => each.trim() === line);

  test('bear the name by which Windows knows whose notification it is', () => {
    const main = readFileSync(join(root, 'src-main/shell/main.ts'), 'utf8');
    const [, id] = /setAppUserModelId\('([^']+)'\)/.exec(main) ?? [];
    expect(says(`appId: ${id}`)).toBe(true);
  });

  test('turn off every fuse that would let the program be used as something else', () => {
    for (const line of [
      'runAsNode: false',
      'enableNodeOptionsEnvironmentVariable: false',
      'enableNodeCliInspectArguments: false',
      'enableCookieEncryption: true',
      'onlyLoadAppFromAsar: true',
      'enableEmbeddedAsarIntegrityValidation: true',
      'grantFileProtocolExtraPrivileges: false',
    ])
      expect(says(line), line).toBe(true);
  });

  test('compile nothing, keep the native binary loadable, and leave the ledger when the program is removed', () => {
    for (const line of [
      'asar: true',
      'npmRebuild: false',
      '- node_modules/better-sqlite3/prebuilds/**',
      'deleteAppDataOnUninstall: false',
      'publish: null',
    ])
      expect(says(line), line).toBe(true);
    for (const target of ['nsis', 'dmg', 'AppImage', 'deb', 'dir']) expect(configuration).toContain(target);
  });

  test('carry the icon in the sizes and containers of each system', () => {
    const asset = (name: string): Buffer => readFileSync(join(root, 'assets', name));
    expect(sizeOfPng(asset('icon.png'))).toEqual([1024, 1024]);
    expect(sizesInIco(asset('icon.ico'))).toEqual([16, 24, 32, 48, 64, 128, 256]);
    expect([...new Set(sizesInIcns(asset('icon.icns')))].sort((a, b) => a - b)).toEqual([
      16, 32, 64, 128, 256, 512, 1024,
    ]);
    expect(trayIcon).toBe(`data:image/png;base64,${asset('icons/32x32.png').toString('base64')}`);
    for (const size of [16, 32, 48, 64, 128, 256, 512])
      expect(sizeOfPng(asset(`icons/${size}x${size}.png`))).toEqual([size, size]);
    expect(statSync(join(root, 'assets/icon.svg')).size).toBeGreaterThan(0);
  });

  test('carry the licences of what they bring, and take no kind of file away from another program', () => {
    expect(configuration).toContain('from: dist/LICENSES.txt');
    expect(configuration.match(/role: Viewer\n\s+rank: Alternate/g)).toHaveLength(2);
    expect(configuration.match(/fileAssociations:/g)).toHaveLength(1);
  });
});

describe('a release bundle', () => {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-release-'));
  const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
  beforeAll(() => {
    for (const mode of ['host', 'shell', 'preload']) {
      const vite = join(root, 'node_modules/vite/bin/vite.js');
      const args = [vite, 'build', '--mode', mode, '--outDir', folder, '--logLevel', 'error'];
      const env = { ...process.env, REGULARS_RELEASE: '1' };
      const done = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', env });
      expect(done.stderr).toBe('');
      expect(done.status).toBe(0);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const bundles = (): readonly string[] =>
    readdirSync(folder, { recursive: true })
      .map(String)
      .filter((name) => /\.[cm]?js$/.test(name));

  test('reads none of the variables tests use, in any of its bundles, and refuses a debugging port', () => {
    expect(bundles()).toEqual(
      expect.arrayContaining(['shell.mjs', 'preload.cjs', 'host.mjs', 'host-electron.mjs', 'worker.mjs']),
    );
    const open = bundles().flatMap((name) =>
      doors.filter((door) => text(name).includes(door)).map((door) => `${door} in ${name}`),
    );
    expect(open).toEqual([]);
    expect(bundles().filter((name) => text(name).includes('__TEST_DOORS__'))).toEqual([]);
    expect(text('shell.mjs')).toContain('remote-debugging-port');
  });

  test('knows no variable of ours that this test does not know', () => {
    const named = bundles().flatMap((name) => text(name).match(/REGULARS_[A-Z_]+/g) ?? []);
    expect(named).toEqual([]);
  });

  test('has a preload that needs nothing but Electron: more is not there in the sandbox', () => {
    const needed = [...text('preload.cjs').matchAll(/\brequire\(["']([^"']+)["']\)/g)].map((match) => match[1]);
    expect([...new Set(needed)]).toEqual(['electron']);
  });
});
