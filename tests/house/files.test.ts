/** Files are small, are named after one thing, and say what they are for. */

import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { filesIn, sourceFolders, sources } from './source-files.ts';

const bannedNames = /(^|[-/])(utils?|helpers?|common|misc|manager|service)([-./]|$)/;

describe('the files of the program', () => {
  it('hold at most 300 lines each', () => {
    const long = [...sources(), ...sourceFolders.flatMap((folder) => filesIn(folder, ['.css', '.sql']))]
      .map((file) => ({ path: file.path, lines: file.text.split('\n').length - 1 }))
      .filter(({ lines }) => lines > 300);
    expect(long).toEqual([]);
  });

  it('are in kebab-case and none is called after a drawer', () => {
    const wrong = sources()
      .map((file) => file.path)
      .filter(
        (path) =>
          !/^[a-z0-9-]+(\.d)?\.tsx?$/.test(basename(path)) ||
          bannedNames.test(path.replace(/^src-renderer\/texts\/[^/]+\/common\.ts$/, '')),
      );
    expect(wrong).toEqual([]);
  });

  it('begin by saying what they are for', () => {
    const silent = sources()
      .filter((file) => !file.text.startsWith('/**'))
      .map((file) => file.path);
    expect(silent).toEqual([]);
  });

  it('ask the machine for the time in one place only', () => {
    const wrong = sources()
      .filter((file) => !['src-main/host/clock.ts'].includes(file.path))
      .filter((file) => /\bnew Date\(\)|\bDate\.now\(\)/.test(file.text.replace(/^\s*(\/\/|\*).*$/gm, '')))
      .map((file) => file.path);
    expect(wrong).toEqual([]);
  });

  it('keep SQL free of the machine clock', () => {
    const wrong = filesIn('src-main', ['.sql'])
      .filter((file) => /'now'|current_timestamp|current_date/i.test(file.text))
      .map((file) => file.path);
    expect(wrong).toEqual([]);
  });
});
