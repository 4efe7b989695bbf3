/** Reads what strace wrote: which calls of a process reach for the network, or write outside the folder it works in. */

import { isAbsolute, join } from 'node:path';

const sockets = ['socket', 'connect', 'bind'];
/** Calls that make, change or remove the file they name; every path among their arguments counts. */
const writers =
  'creat mkdir mkdirat rmdir unlink unlinkat rename renameat renameat2 link linkat symlink symlinkat truncate chmod fchmodat chown mknod'.split(
    ' ',
  );
const openers = ['open', 'openat', 'openat2'];

export const watchedCalls: readonly string[] = [...sockets, ...writers, ...openers];

const CALL = /^\d+\s+(\w+)\((.*)$/;
const WRITES = /O_WRONLY|O_RDWR|O_CREAT|O_TRUNC/;

/** Paths as strace prints them; what it cut short ends in dots. */
function pathsIn(args: string): readonly string[] {
  return [...args.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1] ?? '');
}

function isAllowed(path: string, work: string): boolean {
  const full = isAbsolute(path) ? path : join(work, path);
  return full === work || full.startsWith(`${work}/`) || full === '/dev/null' || full.startsWith('/proc/self/');
}

/** One line for each offence; none for a process that kept to its folder. */
export function offences(trace: string, work: string): readonly string[] {
  return trace.split('\n').flatMap((line) => {
    const [, call = '', args = ''] = CALL.exec(line) ?? [];
    if (sockets.includes(call)) return [`network: ${call}(${args.slice(0, 120)}`];
    const writes = writers.includes(call) || (openers.includes(call) && WRITES.test(args));
    if (!writes) return [];
    return pathsIn(args)
      .filter((path) => !isAllowed(path, work))
      .map((path) => `${call} ${path}`);
  });
}
