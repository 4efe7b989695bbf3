/** How the host gets a process for one long or dangerous job. Under Node it forks one itself; in Electron the shell starts it and hands a port. */

import type { Link } from '../../src-shared/link/link.ts';

export interface WorkerProcess {
  readonly link: Link;
  /** Ends it at once, whatever it does. SQLite's log then forgets an unfinished transaction. */
  kill(): void;
  /** The end of what it wrote to standard error, for the log. '' where nobody listens to it. */
  lastWords(): string;
  /** Called once, after the worker's last message. */
  onExit(listener: (code: number | null) => void): void;
}

export interface SpawnWorker {
  start(): Promise<WorkerProcess>;
}
