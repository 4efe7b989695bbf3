/** What every way to the host offers a page: ask, listen, and turn a dropped file into a ticket. */

import type { EventDetail, EventName } from '../../src-shared/contract/events.ts';
import type { MethodName, ParamsOf, ResultOf } from '../../src-shared/contract/index.ts';
import type { FileTicket } from '../../src-shared/contract/shell.ts';

export interface Connection {
  /** Rejects with a Problem (expected) or a BugReport (ours). */
  call<Name extends MethodName>(method: Name, params: ParamsOf<Name>): Promise<ResultOf<Name>>;
  /** Returns the way to stop listening. */
  subscribe<Name extends EventName>(name: Name, listener: (detail: EventDetail<Name>) => void): () => void;
  ticketFor(file: File): Promise<FileTicket>;
}
