/** Answers that took a worker long, kept for the questions asked last. */

/** `key` says the state of the ledger and all of the question. Who asks what is being worked out waits for the same answer. */
export type Remembered<Answer> = (key: string, make: () => Promise<Answer>) => Promise<Answer>;

/** Keeps `most` answers. What failed is tried again when it is asked for again. */
export function remembered<Answer>(most: number): Remembered<Answer> {
  const known = new Map<string, Promise<Answer>>();
  return (key, make) => {
    const before = known.get(key);
    const answer = before ?? make();
    known.delete(key);
    known.set(key, answer);
    for (const oldest of [...known.keys()].slice(0, -most)) known.delete(oldest);
    if (before === undefined) answer.catch(() => known.delete(key));
    return answer;
  };
}
