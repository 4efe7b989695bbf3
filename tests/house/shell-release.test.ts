/** What leaves the house: the installers' configuration, and that a release bundle knows no door of the tests. */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

describe('the installers', () => {
  const configuration = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
  const says = (line: string): boolean => configuration.split('\n').some((each) => each.trim() === line);

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

  test('carry a square icon of 1024 points', () => {
    const icon = readFileSync(join(root, 'assets/icon.png'));
    expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([1024, 1024]);
    expect(statSync(join(root, 'assets/icon.svg')).size).toBeGreaterThan(0);
  });
});

describe('a release bundle', () => {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-release-'));
  const text = (name: string): string => readFileSync(join(folder, name), 'utf8');
  beforeAll(() => {
    for (const mode of ['shell', 'preload']) {
      const vite = join(root, 'node_modules/vite/bin/vite.js');
      const args = [vite, 'build', '--mode', mode, '--outDir', folder, '--logLevel', 'error'];
      const env = { ...process.env, REGULARS_RELEASE: '1' };
      const done = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8', env });
      expect(done.stderr).toBe('');
      expect(done.status).toBe(0);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('reads none of the variables tests use, and refuses a debugging port', () => {
    const bundles = readdirSync(folder).filter((name) => name.endsWith('js'));
    expect(bundles.length).toBeGreaterThan(0);
    for (const name of ['shell.mjs', 'preload.cjs'])
      for (const door of [
        'REGULARS_HOST_NODE',
        'REGULARS_HOST_ENTRIES',
        'REGULARS_PAGE',
        'REGULARS_DATA',
        'REGULARS_TODAY',
      ])
        expect(text(name), `${door} in ${name}`).not.toContain(door);
    expect(text('shell.mjs')).toContain('remote-debugging-port');
  });

  test('has a preload that needs nothing but Electron: more is not there in the sandbox', () => {
    const needed = [...text('preload.cjs').matchAll(/\brequire\(["']([^"']+)["']\)/g)].map((match) => match[1]);
    expect([...new Set(needed)]).toEqual(['electron']);
  });
});
