/** An expected failure: a code with details, carried over every link and shown as a sentence in the owner's language. */

import type { ProblemCode, ProblemDetails } from './problem-codes.ts';

/** The one class of the program. Anything else that is thrown is a bug. */
export class Problem<Code extends ProblemCode = ProblemCode> extends Error {
  readonly code: Code;
  readonly details: ProblemDetails[Code];

  constructor(code: Code, details: ProblemDetails[Code]) {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.details = details;
  }
}

/** A Problem as it travels: plain data. */
export interface ProblemOnWire {
  readonly code: ProblemCode;
  readonly details: Readonly<Record<string, string | number>>;
}

export function problemOnWire(problem: Problem): ProblemOnWire {
  return { code: problem.code, details: { ...problem.details } };
}
