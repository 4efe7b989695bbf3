/** Which files a start of the program brings, and that none is lost that comes before the window. */

import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { makeDoorstep, tablesAmong } from '../../src-main/shell/given-files.ts';

describe('files the system hands over', () => {
  test('are paths, relative ones from where the program was started, or addresses as Linux desktops give them', () => {
    const address = pathToFileURL('/home/店主/订单 2024#1.csv').href;
    const args = ['/opt/regulars', '--flag=a.csv', 'list.XLSX', '/tmp/b.csv', address, 'https://example.com/c.csv'];
    expect(tablesAmong(args, '/home')).toEqual(['/home/list.XLSX', '/tmp/b.csv', '/home/店主/订单 2024#1.csv']);
  });

  test('may have broken addresses, which are left out', () => {
    expect(tablesAmong(['file:///tmp/%E8.csv', 'file://elsewhere/a.csv', 'mailto://a.csv'], '/')).toEqual([]);
  });

  test('wait for the window when they come before it, and go straight in afterwards', () => {
    const doorstep = makeDoorstep();
    const taken: string[] = [];
    doorstep.bring(['a.csv']);
    doorstep.bring(['b.csv']);
    expect(taken).toEqual([]);
    doorstep.open((paths) => taken.push(...paths));
    doorstep.bring(['c.csv']);
    expect(taken).toEqual(['a.csv', 'b.csv', 'c.csv']);
  });
});
