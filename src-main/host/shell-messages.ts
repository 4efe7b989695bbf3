/**
 * What the shell and the ledger host say to each other. Under Electron's utilityProcess these travel over `parentPort`
 * (ports ride along with the message); when the host is a plain Node child they travel over process messages, and page
 * traffic is relayed as `page` messages because a port cannot be given to such a child.
 */

import type { FileTicket } from '../../src-shared/contract/shell.ts';
import type { ProblemOnWire } from '../../src-shared/problem.ts';

export type ShellToHost =
  /** Comes with one port: the host serves the contract over it. */
  | { readonly kind: 'attach-page' }
  /** Relayed page traffic; `page` is any text that names the window. Its first message attaches it. */
  | { readonly kind: 'page'; readonly page: string; readonly message: unknown }
  | { readonly kind: 'page-closed'; readonly page: string }
  /** Comes with one port, whose other end the shell has given to the worker (`HostToWorker` `attach-host`). */
  | { readonly kind: 'worker-ready'; readonly id: string }
  | { readonly kind: 'worker-exited'; readonly id: string; readonly code: number | null }
  | { readonly kind: 'give-file'; readonly id: string; readonly path: string }
  | { readonly kind: 'give-target'; readonly id: string; readonly path: string }
  /** For reveal and printToPdf: a file's or a target's ticket. */
  | { readonly kind: 'path-of-ticket'; readonly id: string; readonly ticket: string }
  | { readonly kind: 'data-folder'; readonly id: string }
  /** Finish: cancel jobs, close the ledger, exit with code 0. */
  | { readonly kind: 'close' };

export type HostToShell =
  /** Sent once; from now on pages may be attached. `problem` is set when the ledger could not be opened: every call then ends in it. */
  | { readonly kind: 'ready'; readonly problem: ProblemOnWire | null }
  /** Start dist/main/worker.mjs as a utility process, then answer `worker-ready`. Never asked of a shell whose host is a plain Node child. */
  | { readonly kind: 'worker-wanted'; readonly id: string }
  | { readonly kind: 'worker-kill'; readonly id: string }
  | { readonly kind: 'page'; readonly page: string; readonly message: unknown }
  /** Answers, by the `id` of the question. */
  | { readonly kind: 'file-ticket'; readonly id: string; readonly ticket: FileTicket }
  | { readonly kind: 'target-ticket'; readonly id: string; readonly ticket: FileTicket }
  | { readonly kind: 'path'; readonly id: string; readonly path: string }
  | { readonly kind: 'problem'; readonly id: string; readonly problem: ProblemOnWire };

/** The shell's only message to a worker it started: comes with one port, over which the host then gives the job. */
export interface ShellToWorker {
  readonly kind: 'attach-host';
}

const shellKinds: readonly string[] = [
  'attach-page',
  'page',
  'page-closed',
  'worker-ready',
  'worker-exited',
  'give-file',
  'give-target',
  'path-of-ticket',
  'data-folder',
  'close',
] satisfies ShellToHost['kind'][];

/** True for a message of the shell; the shell is trusted, so its kind is enough. */
export function isShellMessage(value: unknown): value is ShellToHost {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false;
  return shellKinds.some((kind) => kind === value.kind);
}

/** Start arguments of both host entries: `--data DIR --version V`. */
export interface HostArguments {
  readonly folder: string;
  readonly version: string;
}

/** Reads `--data DIR` (needed) and `--version V` from the arguments of a host process. */
export function readHostArguments(args: readonly string[]): HostArguments | null {
  const after = (flag: string): string | undefined => {
    const place = args.indexOf(flag);
    return place === -1 ? undefined : args[place + 1];
  };
  const folder = after('--data');
  if (folder === undefined) return null;
  return { folder, version: after('--version') ?? '' };
}
