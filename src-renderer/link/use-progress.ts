/** How far a long job is. Progress comes as an event with the job's name. */

import { useEffect, useState } from 'react';
import type { EventDetail } from '../../src-shared/contract/events.ts';
import { useConnection } from './connection-context.tsx';

export type Progress = EventDetail<'imports.progress'>;

let lastJob = 0;

/** A name for a job of this window; the host only needs it to be unlike others. */
export function newJob(verb: string): string {
  lastJob += 1;
  return `${verb}-${Math.round(performance.timeOrigin)}-${lastJob}`;
}

/** null: any job (there is one at a time). undefined until the first report. */
export function useProgress(job: string | null): Progress | undefined {
  const connection = useConnection();
  const [progress, setProgress] = useState<Progress>();
  useEffect(() => {
    setProgress(undefined);
    return connection.subscribe('imports.progress', (detail) => {
      if (job === null || detail.job === job) setProgress(detail);
    });
  }, [connection, job]);
  return progress;
}
