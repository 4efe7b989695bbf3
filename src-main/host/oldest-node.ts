/** The oldest Node the database runs on. Older ones end in a segmentation fault, without a word; so this is asked before it is loaded. */

import { Problem } from '../../src-shared/problem.ts';

const OLDEST_MAJOR = 22;

/** The Problem of a Node that is too old, else null. `version` is like '24.21.0'. */
export function problemOfNode(version: string): Problem | null {
  return Number(version.split('.')[0]) < OLDEST_MAJOR ? new Problem('node-too-old', { version }) : null;
}
