import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changeLook, partChanges, readLook } from '../../../src-main/host/look-file.ts';
import { lookSchema, settingsSchema } from '../../../src-shared/contract/settings.ts';
import { mountReadOnly, noReadOnlyFolder } from '../../support/read-only-folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

test('a fresh folder has the look of a fresh window, and nothing is written for it', () => {
  const folder = temporaryFolder();
  expect(readLook(folder)).toEqual(lookSchema.parse({}));
  expect(readdirSync(folder)).toEqual([]);
});

test('what is changed is kept, the rest stays', () => {
  const folder = temporaryFolder();
  changeLook(folder, { theme: 'dark', fontSize: 16 });
  changeLook(folder, { language: 'en' });
  expect(readLook(folder)).toEqual({ ...lookSchema.parse({}), language: 'en', theme: 'dark', fontSize: 16 });
  expect(readdirSync(folder)).toEqual(['look.json']);
});

test('a broken file, or a value that does not fit, gives the default and keeps what is sound', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'look.json'), '{"theme": "dark", "fontSize": 900, "colour": 1}');
  expect(readLook(folder)).toEqual({ ...lookSchema.parse({}), theme: 'dark' });
  for (const broken of ['{"theme": "da', 'null', '[]', '']) {
    writeFileSync(join(folder, 'look.json'), broken);
    expect(readLook(folder)).toEqual(lookSchema.parse({}));
  }
});

test('a change is parted into what belongs to the computer and what to the ledger', () => {
  expect(partChanges({ theme: 'dark', rfmDefinition: 'ntile', includeLikely: false })).toEqual({
    look: { theme: 'dark' },
    book: { rfmDefinition: 'ntile', includeLikely: false },
  });
  expect(partChanges({})).toEqual({ look: {}, book: {} });
  // No setting is lost on the way, whichever it belongs to.
  const everything = settingsSchema.parse({});
  const { look, book } = partChanges(everything);
  expect({ ...look, ...book }).toEqual(everything);
  expect(Object.keys(look).sort()).toEqual(Object.keys(lookSchema.shape).sort());
});

test('a folder that cannot be written is a Problem, and the look stays', (context) => {
  const folder = join(temporaryFolder(), 'data');
  mkdirSync(folder);
  changeLook(folder, { fontSize: 15 });
  if (!mountReadOnly(folder)) return context.skip(noReadOnlyFolder);
  expect(() => changeLook(folder, { fontSize: 18 })).toThrow(expect.objectContaining({ code: 'ledger-read-only' }));
  expect(readFileSync(join(folder, 'look.json'), 'utf8')).toContain('15');
});
