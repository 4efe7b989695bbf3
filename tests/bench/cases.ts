/** One case in a process of its own: `node dist/bench/cases.mjs <name> <place as JSON>`. Built and started by `run.ts`. */

import { writeSync } from 'node:fs';
import { fileCases } from './file-cases.ts';
import { importCases } from './import-cases.ts';
import type { Place } from './measured.ts';
import { metricCases } from './metric-cases.ts';
import { pageCases } from './page-cases.ts';

const cases = { ...importCases, ...fileCases, ...metricCases, ...pageCases };
const [name = '', place = '{}'] = process.argv.slice(2);
const found = Object.entries(cases).find(([known]) => known === name)?.[1];
if (found === undefined) throw new Error(`no such case: ${name}`);
// Written by run.ts as a Place.
const result = await found(JSON.parse(place) as Place);
writeSync(1, `\n@@${JSON.stringify(result)}\n`);
process.exit(0);
