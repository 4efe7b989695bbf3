/** The preview starts here: first whether this Node can run it at all, then everything else. */

import { problemOnWire } from '../../src-shared/problem.ts';
import { problemSentences } from '../../src-shared/problem-texts.ts';
import { problemOfNode } from '../host/oldest-node.ts';

const problem = problemOfNode(process.versions.node);
if (problem === null) {
  await import('./main.ts');
} else {
  const { zh, en } = problemSentences(problemOnWire(problem));
  process.stderr.write(`${zh}\n${en}\n`);
  process.exitCode = 1;
}
