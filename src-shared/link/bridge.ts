/** What the preload gives the page: three functions. Failures cross as plain values, because thrown objects lose their fields on the way. */

import type { ProblemOnWire } from '../problem.ts';

export type BridgeAnswer =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly problem: ProblemOnWire }
  | { readonly ok: false; readonly bug: { readonly message: string; readonly reference: string } };

/** `FileOfPage` is the DOM's File, which this folder cannot name. */
export interface Bridge<FileOfPage> {
  /** Never rejects: a failure is an answer. `shell.*` goes to the shell, everything else to the ledger host. */
  call(method: string, params: unknown): Promise<BridgeAnswer>;
  /** Returns the way to stop listening. Goes on across restarts of the host. */
  subscribe(name: string, listener: (detail: unknown) => void): () => void;
  /** A dropped or chosen file becomes a FileTicket (the answer's result); its path is never seen by the page. */
  ticketFor(file: FileOfPage): Promise<BridgeAnswer>;
}
