/** Where the window opens, given what it remembered and the monitors there are. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { placeOnScreen, readRemembered, writeRemembered } from '../../src-main/shell/window-place.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const laptop = { x: 0, y: 0, width: 1366, height: 728 };
const desk = { x: 1366, y: -200, width: 2560, height: 1400 };

test('a place on a monitor that is there is taken again', () => {
  const place = { x: 1500, y: 100, width: 1200, height: 700 };
  expect(placeOnScreen(place, [laptop, desk])).toEqual(place);
  expect(placeOnScreen(undefined, [laptop])).toBeNull();
});

test('a place whose title bar could not be grasped is not', () => {
  for (const place of [
    { x: 1500, y: 100, width: 1200, height: 700 },
    { x: 100, y: 720, width: 1200, height: 700 },
    { x: 100, y: -300, width: 1200, height: 700 },
    { x: -1100, y: 100, width: 1200, height: 700 },
  ])
    expect(placeOnScreen(place, [laptop])).toBeNull();
});

test('a file that is absent, no JSON, or not ours is as good as none', () => {
  const file = join(temporaryFolder(), 'window.json');
  const nothing = { maximised: false };
  expect(readRemembered(file)).toEqual(nothing);
  for (const text of ['{', '[]', '{"place":{"x":"1"}}', '{"theme":"pink"}']) {
    writeFileSync(file, text);
    expect(readRemembered(file)).toEqual(nothing);
  }
  const remembered = { place: laptop, maximised: true, theme: 'dark', language: 'en' } as const;
  writeRemembered(file, remembered);
  expect(readRemembered(file)).toEqual(remembered);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(remembered);
});
