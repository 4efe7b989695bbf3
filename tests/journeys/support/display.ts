/** A screen for windows to open on: the one there is, or a virtual one that ends with the tests. */

import { spawn } from 'node:child_process';
import { atEnd } from './at-end.ts';

let display: Promise<string> | null = null;

/** The value for DISPLAY. Starts one Xvfb for this test process when there is no screen; only Linux knows such a thing. */
export function screenForWindows(): Promise<string> {
  const own = process.env['DISPLAY'] ?? (process.platform === 'linux' ? undefined : '');
  display ??= own === undefined ? startVirtualScreen() : Promise.resolve(own);
  return display;
}

function startVirtualScreen(): Promise<string> {
  return new Promise((resolve, reject) => {
    // Xvfb finds a free number itself and writes it to descriptor 3.
    const args = ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp'];
    const started = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
    atEnd(() => {
      started.removeAllListeners('exit');
      started.kill();
      display = null;
    });
    started.once('error', reject);
    started.once('exit', (code) => reject(new Error(`Xvfb ended with ${String(code)}`)));
    started.stdio[3]?.on('data', (number: Buffer) => resolve(`:${number.toString().trim()}`));
  });
}
