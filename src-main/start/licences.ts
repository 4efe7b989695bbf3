/**
 * Collects the licences of everything outside that ships: the packages the installed program finds in node_modules, and those that went
 * into its bundles. Writes dist/LICENSES.txt, which every installer carries; refuses what may not ship. Run by plain Node after a build.
 */

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { projectRoot } from './build.ts';

export interface Shipped {
  readonly name: string;
  readonly version: string;
  /** As its package.json says it. */
  readonly licence: string;
  /** The words of its licence file; null when it has none. */
  readonly text: string | null;
}

interface LockEntry {
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string | { readonly type?: string };
  readonly licenses?: readonly { readonly type?: string }[];
}

/** They ask for no more than that their words are kept. Nothing here makes the program itself anybody else's. */
const mayShip: ReadonlySet<string> = new Set([
  'MIT',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'BlueOak-1.0.0',
  'Zlib',
  'CC0-1.0',
  'Unlicense',
  'Python-2.0',
  'MIT-0',
]);

/** Reads an SPDX expression without brackets inside brackets: of `A OR B` one is enough, of `A AND B` all are asked. */
export function isAllowed(expression: string): boolean {
  const plain = expression.replaceAll(/[()]/g, '');
  return plain.split(/ OR /i).some((choice) => choice.split(/ AND /i).every((each) => mayShip.has(each.trim())));
}

const read = (...path: readonly string[]): string => readFileSync(join(projectRoot, ...path), 'utf8');

/** Folders of the packages the installed program loads by name. */
function installed(): readonly string[] {
  // Written by npm.
  const lock = JSON.parse(read('package-lock.json')) as { readonly packages: Readonly<Record<string, LockEntry>> };
  return Object.entries(lock.packages)
    .filter(([folder, entry]) => folder !== '' && entry.dev !== true && entry.devOptional !== true)
    .filter(([folder]) => existsSync(join(projectRoot, folder)))
    .map(([folder]) => folder);
}

/** Folders of the packages inside the bundles: see `tell-packages.ts`. */
function bundled(): readonly string[] {
  return ['main', 'renderer'].flatMap((part) => {
    const home = join(projectRoot, 'dist', part);
    if (!existsSync(home)) return [];
    const lists = readdirSync(home).filter((name) => /^packages-\w+\.json$/.test(name));
    return lists.flatMap((name) => JSON.parse(readFileSync(join(home, name), 'utf8')) as string[]);
  });
}

function licenceOf({ license, licenses }: Manifest): string {
  if (typeof license === 'string') return license;
  return license?.type ?? licenses?.map(({ type }) => type ?? '?').join(' OR ') ?? 'not said';
}

function shippedFrom(folder: string): Shipped {
  // Written by its maker for npm.
  const manifest = JSON.parse(read(folder, 'package.json')) as Manifest;
  const file = readdirSync(join(projectRoot, folder)).find((name) => /^(licen[cs]e|copying)(\.|-|$)/i.test(name));
  const text = file === undefined ? null : read(folder, file).trim();
  return { name: manifest.name, version: manifest.version, licence: licenceOf(manifest), text };
}

/** Every outside package that ships, by name; two versions of one are two. Needs a build. */
export function shippedPackages(): readonly Shipped[] {
  const byName = new Map<string, Shipped>();
  for (const folder of [...installed(), ...bundled()]) {
    const shipped = shippedFrom(folder);
    byName.set(`${shipped.name}@${shipped.version}`, shipped);
  }
  return [...byName.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, shipped]) => shipped);
}

const head = `回头客 Regulars is under the MIT licence (see LICENSE.txt). It ships with the packages below, each under its own licence.
Electron, with Chromium and what Chromium brings, has its own files: LICENSE.electron.txt and LICENSES.chromium.html.
`;

export function licencesText(packages: readonly Shipped[]): string {
  const parts = packages.map(({ name, version, licence, text }) => {
    const words = text ?? `(It has no licence file of its own; its package.json says ${licence}.)`;
    return `${'='.repeat(78)}\n${name} ${version} — ${licence}\n\n${words}\n`;
  });
  return [head, ...parts].join('\n');
}

/** Throws when a package may not ship. */
export function writeLicences(): void {
  const packages = shippedPackages();
  const wrong = packages.filter(({ licence }) => !isAllowed(licence));
  if (wrong.length > 0)
    throw new Error(`may not ship: ${wrong.map(({ name, licence }) => `${name} (${licence})`).join(', ')}`);
  writeFileSync(join(projectRoot, 'dist/LICENSES.txt'), licencesText(packages));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeLicences();
