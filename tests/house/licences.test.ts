/** What ships of other people's work: every package is named with its licence and its words, and none asks for more than that. */

import { describe, expect, it } from 'vitest';
import { isAllowed, licencesText, shippedPackages } from '../../src-main/start/licences.ts';
import { packageFolderOf } from '../../src-main/start/tell-packages.ts';

describe('the licences of what ships', () => {
  it('allow it to ship: none is copyleft', () => {
    const packages = shippedPackages();
    expect(packages.filter(({ licence }) => !isAllowed(licence))).toEqual([]);
    expect(packages.length).toBeGreaterThan(50);
  });

  it('are all in the file that ships, with their words', () => {
    const packages = shippedPackages();
    const text = licencesText(packages);
    for (const { name, version, licence, text: words } of packages) {
      expect(text).toContain(`\n${name} ${version} — ${licence}\n`);
      if (words !== null) expect(text).toContain(words);
    }
  });

  it('are read as SPDX says', () => {
    for (const allowed of ['MIT', '(MIT OR GPL-3.0-or-later)', '(MIT AND Zlib)', 'BSD-3-Clause', 'ISC'])
      expect(isAllowed(allowed), allowed).toBe(true);
    for (const refused of [
      'GPL-3.0',
      'LGPL-2.1',
      'MIT AND GPL-2.0',
      'AGPL-3.0 OR SSPL-1.0',
      'not said',
      'SEE LICENSE IN x',
    ])
      expect(isAllowed(refused), refused).toBe(false);
  });

  it('are found for packages inside the bundles too, however deep they lie', () => {
    expect(packageFolderOf('/home/x/node_modules/antd/es/button/index.js')).toBe('node_modules/antd');
    expect(packageFolderOf('C:\\x\\node_modules\\@rc-component\\util\\es\\a.js')).toBe(
      'node_modules/@rc-component/util',
    );
    expect(packageFolderOf('/x/node_modules/jszip/node_modules/readable-stream/a.js')).toBe(
      'node_modules/jszip/node_modules/readable-stream',
    );
    expect(packageFolderOf('/x/src-renderer/app.tsx')).toBeNull();
  });
});
