/** What a journey made on the machine is taken away when its test file ends (or, outside the test runner, when the process does). */

const tasks: (() => void)[] = [];

/** Runs `task` at the end; the last one first. */
export function atEnd(task: () => void): void {
  tasks.push(task);
}

function runAll(): void {
  for (const task of tasks.splice(0).reverse()) task();
}

// The test runner stops its workers without an exit event, so its own hook is needed there.
if (process.env['VITEST'] === undefined) process.once('exit', runAll);
else (await import('vitest')).afterAll(runAll);
