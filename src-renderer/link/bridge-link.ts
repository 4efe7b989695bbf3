/** The connection inside the Electron window: the three functions of the preload, with failures thrown again as what they were. */

import type { EventDetail, EventName } from '../../src-shared/contract/events.ts';
import type { FileTicket } from '../../src-shared/contract/shell.ts';
import type { Bridge, BridgeAnswer } from '../../src-shared/link/bridge.ts';
import { BugReport } from '../../src-shared/link/client.ts';
import { Problem } from '../../src-shared/problem.ts';
import type { Connection } from './connection.ts';

/** The result of an answer, or its failure thrown. */
export function resultOf(answer: BridgeAnswer): unknown {
  if (answer.ok) return answer.result;
  // The wire keeps only that the details belong to their code.
  if ('problem' in answer) throw new Problem(answer.problem.code, answer.problem.details as never);
  throw new BugReport(answer.bug.message, answer.bug.reference);
}

export function bridgeConnection(bridge: Bridge<File>): Connection {
  return {
    // The host has parsed and shaped what comes back: the contract is the reason for these casts.
    call: async (method, params) => resultOf(await bridge.call(method, params)) as never,
    subscribe: <Name extends EventName>(name: Name, listener: (detail: EventDetail<Name>) => void) =>
      bridge.subscribe(name, (detail) => listener(detail as EventDetail<Name>)),
    ticketFor: async (file) => resultOf(await bridge.ticketFor(file)) as FileTicket,
  };
}
