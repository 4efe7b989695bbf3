/** The contact guard is one function, and there is no way round it: what makes lists, labels, messages and day sheets of people asks it. */

import { posix } from 'node:path';
import { expect, it } from 'vitest';
import { importsOf, type SourceFile, sources } from './source-files.ts';

const guard = 'src-main/followups/guard/held-back.ts';
/** What knows how people are reached. */
const peopleReaders = [
  'src-main/ledger/customers-rows.ts',
  'src-main/ledger/customer-profile.ts',
  'src-main/ledger/contact-points.ts',
];
/** The one phone shown on screen, when it is asked for; and who is to be contacted today, which the agenda asked about. */
const looks = ['src-main/host/handlers.ts', 'src-main/host/profiles.ts', 'src-main/followups/agenda-answers.ts'];

const files = sources();

function importedBy(file: SourceFile): readonly string[] {
  return importsOf(file)
    .filter(({ from, typeOnly }) => from.startsWith('.') && !typeOnly)
    .map(({ from }) => posix.normalize(posix.join(posix.dirname(file.path), from.replace('?raw', ''))));
}

const graph = new Map(files.map((file) => [file.path, importedBy(file)]));
const importersOf = (path: string): readonly string[] =>
  [...graph].filter(([, imported]) => imported.includes(path)).map(([importer]) => importer);

/** Every way from a file up to the host passes a module that asks the guard. */
function isGuarded(path: string, seen: ReadonlySet<string> = new Set()): boolean {
  if (seen.has(path)) return true;
  if (graph.get(path)?.includes(guard) === true) return true;
  const above = importersOf(path);
  // Nobody above in the room: it is called from outside and asked nobody.
  if (!path.startsWith('src-main/output/') || above.length === 0) return false;
  return above.every((importer) => isGuarded(importer, new Set([...seen, path])));
}

it('is asked by everything in the room of outputs that reads people', () => {
  const reading = [...graph]
    .filter(
      ([path, imported]) => path.startsWith('src-main/output/') && imported.some((one) => peopleReaders.includes(one)),
    )
    .map(([path]) => path);
  expect(reading.length).toBeGreaterThan(3);
  expect(reading.filter((path) => !isGuarded(path))).toEqual([]);
});

it('is the only judge: its questions are asked in one place', () => {
  const asked = files.filter(
    ({ path, text }) => !path.startsWith('src-main/followups/guard/') && /guard\/[a-z-]+\.sql/.test(text),
  );
  expect(asked.map(({ path }) => path)).toEqual([]);
});

it('nobody outside makes a way of their own to whole phones', () => {
  const whole = files
    .filter(({ path, text }) => !path.startsWith('src-main/ledger/') && /\bwholePhone\(/.test(text))
    .map(({ path }) => path)
    .filter((path) => !isGuarded(path) && !looks.includes(path));
  expect(whole).toEqual([]);
});
