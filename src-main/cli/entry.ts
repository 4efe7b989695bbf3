/** The command line starts here: first whether this Node can run it at all, then everything else. */

import { problemOnWire } from '../../src-shared/problem.ts';
import { problemSentences } from '../../src-shared/problem-texts.ts';
import { problemOfNode } from '../host/oldest-node.ts';

const problem = problemOfNode(process.versions.node);
if (problem === null) {
  await import('./main.ts');
} else {
  const { code, details } = problemOnWire(problem);
  const sentences = problemSentences({ code, details });
  if (process.argv.includes('--json')) {
    process.stdout.write(`${JSON.stringify({ problem: { code, details, ...sentences } })}\n`);
  } else process.stderr.write(`${sentences.zh}\n${sentences.en}\n`);
  process.exitCode = 1;
}
