/** `npm test`: types, lint, build, every test project; ends with one line that counts them all. */

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = (name: string): string => join(root, 'node_modules/.bin', name);
const counts = { passed: 0, failed: 0, skipped: 0 };

interface Assertion {
  readonly status: string;
  readonly fullName: string;
}

interface JsonReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly Assertion[];
  }[];
}

/** A step that passes or fails as a whole. */
function step(name: string, command: string, args: readonly string[]): boolean {
  process.stdout.write(`\n── ${name}\n`);
  const done = spawnSync(command, [...args], { cwd: root, stdio: 'inherit' });
  const ok = done.status === 0;
  counts[ok ? 'passed' : 'failed'] += 1;
  if (!ok) process.stdout.write(`── ${name} failed\n`);
  return ok;
}

function countReport(path: string): void {
  if (!existsSync(path)) {
    counts.failed += 1;
    process.stdout.write('the test runner left no report\n');
    return;
  }
  const report = JSON.parse(readFileSync(path, 'utf8')) as JsonReport;
  for (const file of report.testResults) {
    // A file that fails before its first test is one failure.
    if (file.assertionResults.length === 0 && file.status === 'failed') counts.failed += 1;
    for (const { status } of file.assertionResults) {
      if (status === 'passed') counts.passed += 1;
      else if (status === 'failed') counts.failed += 1;
      else counts.skipped += 1;
    }
  }
}

function vitest(projects: readonly string[], scratch: string): void {
  const report = join(scratch, `${projects.join('-')}.json`);
  process.stdout.write(`\n── tests: ${projects.join(', ')}\n`);
  spawnSync(
    process.execPath,
    [
      join(root, 'node_modules/vitest/vitest.mjs'),
      'run',
      ...projects.flatMap((project) => ['--project', project]),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    { cwd: root, stdio: 'inherit', env: { ...process.env, CI: '1' } },
  );
  countReport(report);
}

const scratch = mkdtempSync(join(tmpdir(), 'regulars-tests-'));
try {
  for (const part of ['src-shared', 'src-main', 'src-renderer', 'tests'])
    step(`types: ${part}`, bin('tsc'), ['-p', part]);
  step('lint: biome', bin('biome'), ['check', '.']);
  step('lint: oxlint', bin('oxlint'), ['--type-aware', 'src-shared', 'src-main', 'src-renderer', 'tests']);
  const built = step('build', process.execPath, ['src-main/start/build.ts', '--force']);
  vitest(['shared', 'host', 'house', 'renderer'], scratch);
  if (built) {
    vitest(['boundary'], scratch);
    vitest(['journeys'], scratch);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
process.stdout.write(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`);
process.exitCode = counts.failed === 0 ? 0 : 1;
