/** Which addresses the shell takes for its own, tried with every trick; and which files they may reach. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isOwnAddress, pageFile } from '../../src-main/shell/own-address.ts';

const shared = process.env['REGULARS_SHARED'];

describe('our own addresses', () => {
  test('are those of app://regulars', () => {
    for (const own of ['app://regulars/', 'app://regulars/index.html', 'app://regulars/#/customers?q=1'])
      expect(isOwnAddress(own), own).toBe(true);
  });

  test('are not those that only look like it', () => {
    const strange = [
      'app://regulars.evil/',
      'app://evil/app://regulars/',
      'app://regulars@evil/',
      'app://someone@regulars/',
      'app://regulars:80/',
      'app:regulars/',
      'apps://regulars/',
      'https://regulars/',
      'file:///app://regulars/',
      'javascript:app://regulars/',
      'data:text/html,app://regulars/',
      'about:blank',
      '',
    ];
    for (const address of strange) expect(isOwnAddress(address), address).toBe(false);
  });

  const absent = shared === undefined ? ' (skipped: REGULARS_SHARED is not set)' : '';
  test.skipIf(absent !== '')(`are none of a list of hostile ones${absent}`, () => {
    const list = JSON.parse(readFileSync(join(shared ?? '', 'badinputs/lists/urls-given.json'), 'utf8')) as {
      items: string[];
    };
    for (const address of list.items) expect(isOwnAddress(address), address).toBe(false);
  });
});

describe('the files behind them', () => {
  const folder = join('/', 'program', 'renderer');

  test('lie in the folder of the page', () => {
    expect(pageFile(folder, 'app://regulars/')).toBe(join(folder, 'index.html'));
    expect(pageFile(folder, 'app://regulars/assets/index-1.js?v=2#top')).toBe(join(folder, 'assets/index-1.js'));
    expect(pageFile(folder, 'app://regulars/%E5%9B%9E.svg')).toBe(join(folder, '回.svg'));
  });

  test('and never outside it', () => {
    const tricks = [
      '..%2fmain/shell.mjs',
      '%2e%2e%2f%2e%2e%2fetc/passwd',
      'a/..%2f..%2f..%2fx',
      '..%5c..%5cx',
      'x%00.html',
      '%',
      '..%2frenderer-2/x',
    ];
    for (const trick of tricks) expect(pageFile(folder, `app://regulars/${trick}`), trick).toBeNull();
    expect(pageFile(folder, 'app://regulars/../../etc/passwd')).toBe(join(folder, 'etc/passwd'));
    expect(pageFile(folder, 'https://regulars/index.html')).toBeNull();
  });
});
