/**
 * `npm start`: builds what is needed, then opens the window; where Electron or a display is missing it says so in one sentence
 * and serves the preview in the browser instead. `npm run preview` is the same with `--preview`. Run by plain Node, never with a stack trace.
 */

import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildIfNeeded, projectRoot } from './build.ts';
import { electronHere, fetchElectron } from './electron-binary.ts';

const OLDEST_NODE = 22;

/** Two sentences in one line of two languages each. */
function say(zh: string, en: string): void {
  process.stderr.write(`${zh}\n${en}\n`);
}

function fail(zh: string, en: string): never {
  say(zh, en);
  process.exit(1);
}

/** Why there can be no window here; null when there can. */
interface Reason {
  readonly zh: string;
  readonly en: string;
}

function missingDisplay(): Reason | null {
  const { env, platform } = process;
  if (platform !== 'linux' || env['DISPLAY'] || env['WAYLAND_DISPLAY']) return null;
  return {
    zh: '这台机器没有图形界面，改在浏览器里打开。',
    en: 'There is no display here (neither DISPLAY nor WAYLAND_DISPLAY), so the program is served to a browser.',
  };
}

function rootWithoutLeave(): Reason | null {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0;
  if (!isRoot || process.env['REGULARS_NO_SANDBOX'] === '1') return null;
  return {
    zh: '用 root 身份无法在沙箱里打开窗口，改在浏览器里打开；请换普通用户，或设 REGULARS_NO_SANDBOX=1。',
    en: 'As root the window cannot be sandboxed, so the program is served to a browser; start it as an ordinary user, or set REGULARS_NO_SANDBOX=1.',
  };
}

function fetchedElectron(): string | null {
  say('第一次打开窗口，正在下载 Electron …', 'Fetching Electron for the first window …');
  return fetchElectron();
}

function missingElectron(): Reason {
  return {
    zh: '没有拿到 Electron，改在浏览器里打开；要窗口，请设 ELECTRON_MIRROR=<镜像网址> 后再启动，或用 ELECTRON_OVERRIDE_DIST_PATH 指向已有的 Electron 文件夹。',
    en: 'Electron could not be fetched, so the program is served to a browser; for the window set ELECTRON_MIRROR to a mirror, or ELECTRON_OVERRIDE_DIST_PATH to a folder that holds Electron.',
  };
}

/** Starts `command` with our own terminal and ends as it ends. */
function handOver(command: string, args: readonly string[], onFailure: (code: number | null) => void): void {
  const child = spawn(command, args, { stdio: 'inherit', cwd: projectRoot });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  child.on('error', () => onFailure(null));
  child.on('exit', (code, signal) => {
    if (code === 0 || signal !== null) process.exit(0);
    onFailure(code);
  });
}

function build(targets: readonly string[]): void {
  try {
    buildIfNeeded({ only: targets });
  } catch (error) {
    fail('没有编译成功。', error instanceof Error ? error.message : String(error));
  }
}

function servePreview(args: readonly string[]): void {
  build(['host', 'renderer']);
  handOver(process.execPath, [join(projectRoot, 'dist/main/preview.mjs'), ...args], (code) => process.exit(code ?? 1));
}

function openWindow(electron: string, args: readonly string[]): void {
  build(['host', 'shell', 'preload', 'renderer']);
  const sandbox = process.env['REGULARS_NO_SANDBOX'] === '1' ? ['--no-sandbox'] : [];
  handOver(electron, [...sandbox, projectRoot, ...args], (code) => {
    say(
      '窗口没有打开，改在浏览器里打开。',
      `The window did not open (code ${code ?? 'none'}), so the program is served to a browser.`,
    );
    servePreview(args);
  });
}

function start(given: readonly string[]): void {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE) {
    const why = `Node ${process.versions.node}`;
    fail(
      `${why} 太旧：请用 npm start 启动（它自带 Node 24）。`,
      `${why} is too old: start with \`npm start\`, which brings Node 24.`,
    );
  }
  const args = given.filter((arg) => arg !== '--preview');
  // These say how to serve; the window has its own place for the data.
  const isServed = given.some((arg) => ['--preview', '--data', '--port', '--page', '--no-open'].includes(arg));
  if (isServed) {
    servePreview(args);
    return;
  }
  const reason = missingDisplay() ?? rootWithoutLeave();
  const electron = reason === null ? (electronHere() ?? fetchedElectron()) : null;
  if (electron !== null) {
    openWindow(electron, args);
    return;
  }
  const { zh, en } = reason ?? missingElectron();
  say(zh, en);
  servePreview(args);
}

start(process.argv.slice(2));
