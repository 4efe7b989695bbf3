/** Loaded into a process that is measured from outside: at its end it writes down what it used. See `worker-jobs.ts`. */

import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const path = process.env['REGULARS_BENCH_RECORD'];
  if (path !== undefined)
    writeFileSync(path, JSON.stringify({ cpuMs: (userCPUTime + systemCPUTime) / 1000, rssMb: maxRSS / 1024 }));
});
