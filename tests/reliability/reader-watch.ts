/** Loaded into a reader before anything else: at its end it writes down what it used, and whether anything was put on the objects everybody shares. */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const shared = {
  Object: Object.prototype,
  Array: Array.prototype,
  Function: Function.prototype,
  String: String.prototype,
};
const keysOf = (): readonly string[] =>
  Object.entries(shared).flatMap(([name, prototype]) =>
    Reflect.ownKeys(prototype).map((key) => `${name}.${String(key)}`),
  );
const before = new Set(keysOf());

/** Of this process alone: what getrusage says on Linux counts the moment before, too, when it was still a copy of its parent. */
function peakMiB(): number {
  const status = '/proc/self/status';
  const kib = existsSync(status) ? /VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1] : undefined;
  return (kib === undefined ? process.resourceUsage().maxRSS : Number(kib)) / 1024;
}

process.on('exit', () => {
  const path = process.env['REGULARS_READER_RECORD'];
  if (path === undefined) return;
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  const used = { cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, maxMiB: peakMiB() };
  writeFileSync(path, JSON.stringify({ ...used, polluted: keysOf().filter((key) => !before.has(key)) }));
});
