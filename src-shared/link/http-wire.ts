/**
 * What travels between the page and the preview's server on 127.0.0.1. Every request carries the cookie that the first address's
 * token was exchanged for; a page only ever asks its own origin.
 *
 *   POST /call      HttpCall as JSON → HttpAnswer as JSON (always status 200). Only methods of the ledger contract.
 *   GET  /events    server-sent events; `data:` is a HttpEvent as JSON. A comment line every 20 s keeps it alive.
 *   POST /upload?name=…   the file's bytes as body (application/octet-stream) → FileTicket as JSON, or HttpRefusal
 *   POST /target    {name} as JSON → HttpTarget: a save ticket for `lists.export`, and where the browser fetches the file afterwards
 *   GET  /download/…      the file written to such a target, as an attachment
 *   GET  /info      HttpInfo: for `shell.info`
 */

import type { ProblemOnWire } from '../problem.ts';

export interface HttpCall {
  readonly method: string;
  readonly params: unknown;
}

export type HttpAnswer =
  | { readonly kind: 'reply'; readonly result: unknown }
  | { readonly kind: 'problem'; readonly problem: ProblemOnWire }
  | { readonly kind: 'bug'; readonly message: string; readonly reference: string };

export interface HttpEvent {
  readonly name: string;
  readonly detail: unknown;
}

/** Of an upload or a target that cannot be taken: status 400, 413 or 507. */
export interface HttpRefusal {
  readonly kind: 'problem';
  readonly problem: ProblemOnWire;
}

export interface HttpTarget {
  readonly target: string;
  /** Path to fetch once `lists.export` with this target has been answered. */
  readonly download: string;
}

export interface HttpInfo {
  readonly version: string;
  readonly platform: string;
}

export const httpPaths = {
  call: '/call',
  events: '/events',
  upload: '/upload',
  target: '/target',
  download: '/download/',
  info: '/info',
} as const;
