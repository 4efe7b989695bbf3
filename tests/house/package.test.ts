/** The package: exact versions, a lock that names no host, licences that may ship, docs that are true. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { filesIn, root } from './source-files.ts';

const read = (name: string): string => readFileSync(join(root, name), 'utf8');

describe('the package', () => {
  it('pins every dependency to an exact version', () => {
    const all = { ...manifest.dependencies, ...manifest.devDependencies };
    expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('has a lock file that names no host', () => {
    expect(read('package-lock.json')).not.toMatch(/"resolved": "https?:/);
  });

  it('keeps to the top level of the design', () => {
    const folders = ['src-main', 'src-renderer', 'src-shared', 'migrations', 'assets', 'tests'];
    const found = readdirSync(root, { withFileTypes: true })
      .filter(
        (entry) =>
          entry.isDirectory() &&
          !entry.name.startsWith('.') &&
          !['node_modules', 'dist', 'release'].includes(entry.name),
      )
      .map((entry) => entry.name);
    expect(found.sort()).toEqual(folders.sort());
  });

  it('ships nothing under a copyleft licence', () => {
    const lock = JSON.parse(read('package-lock.json')) as {
      packages: Record<string, { dev?: boolean; license?: string }>;
    };
    const wrong = Object.entries(lock.packages)
      .filter(([, entry]) => entry.dev !== true && entry.license !== undefined)
      .filter(
        ([, entry]) =>
          /GPL|AGPL|SSPL|CC-BY-NC/.test(entry.license ?? '') && !/MIT|Apache|BSD/.test(entry.license ?? ''),
      )
      .map(([name, entry]) => `${name}: ${entry.license}`);
    expect(wrong).toEqual([]);
  });
});

describe('the documents', () => {
  it('name only scripts that exist', () => {
    const named = [...`${read('README.md')}${read('ARCHITECTURE.md')}`.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(
      (match) => match[1] ?? '',
    );
    expect(named.filter((name) => !Object.hasOwn(manifest.scripts, name))).toEqual([]);
  });

  it('have a line in the tour for every room', () => {
    const tour = read('ARCHITECTURE.md');
    const rooms = readdirSync(join(root, 'src-main'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(
      rooms.map((room) => room.name).filter((name) => !tour.includes(`\`${name}`) && !tour.includes(`/${name}`)),
    ).toEqual([]);
  });

  it('name only files that are there', () => {
    const named = [...read('ARCHITECTURE.md').matchAll(/`((?:src-|tests\/|migrations\/)[\w./-]+\.\w+)`/g)].map(
      (match) => match[1] ?? '',
    );
    expect(named.filter((name) => !existsSync(join(root, name)))).toEqual([]);
    expect(named.length).toBeGreaterThan(5);
  });

  it('tell of the present version', () => {
    expect(read('CHANGELOG.md')).toContain(manifest.version);
  });

  it('speak of the project alone', () => {
    const wrong = [
      ...filesIn('src-main', ['.ts']),
      ...filesIn('src-shared', ['.ts']),
      ...filesIn('src-renderer', ['.ts', '.tsx']),
    ]
      .filter((file) => /\/work\/|\/root\//.test(file.text))
      .map((file) => file.path);
    expect(wrong).toEqual([]);
  });
});
