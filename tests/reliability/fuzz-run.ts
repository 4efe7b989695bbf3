/** Mutates good files and has them read by processes that can be killed. Every file is a number of the seed: it can be made again alone. */

import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Random, seededRandom } from '../../src-main/demo/random.ts';
import { workerFlags } from '../../src-main/host/worker-flags.ts';
import { bookMutations } from './fuzz-book.ts';
import { byteMutations, type Mutation, textMutations } from './fuzz-bytes.ts';
import type { GoodFile } from './fuzz-good.ts';
import type { FuzzAnswer } from './fuzz-reader.ts';

export interface Miss {
  readonly name: string;
  readonly fault: string;
  /** Where the file is kept. */
  readonly path: string;
}

export interface FuzzFigures {
  readonly files: number;
  readonly read: number;
  readonly refused: Readonly<Record<string, number>>;
  readonly misses: readonly Miss[];
  readonly maxMiB: number;
  /** Of processor, reading twice. */
  readonly slowest: { readonly name: string; readonly seconds: number };
}

const MOST_SECONDS = 10;
const MOST_MIB = 512;
/** However busy the machine is. */
const MOST_WALL_SECONDS = 90;
/** A process that has read many files holds on to memory that is nobody's: it is measured anew. */
const FILES_EACH = 150;

/** The nth mutated file of a seed. */
export function mutated(good: readonly GoodFile[], seed: number, nth: number): Mutation {
  const random = seededRandom(seed * 1_000_003 + nth * 7919);
  random.next();
  const file = good[random.below(good.length)];
  if (file === undefined) throw new Error('no good files');
  const isBook = file.name.endsWith('.xlsx');
  const isPacked = isBook || /\.(?:xls|gz|zip)$/.test(file.name);
  const own =
    isBook && random.chance(0.75) ? bookMutations : !isPacked && random.chance(0.6) ? textMutations : byteMutations;
  const [kind, bytes] = oneOf(own, file.bytes, random);
  return { name: `${nth}-${kind}-${file.name}`, bytes };
}

function oneOf(
  mutations: Readonly<Record<string, (bytes: Buffer, random: Random) => Buffer>>,
  bytes: Buffer,
  random: Random,
): readonly [string, Buffer] {
  const entries = Object.entries(mutations);
  const [name, mutate] = entries[random.below(entries.length)] ?? ['', (same: Buffer): Buffer => same];
  return [name, mutate(bytes, random)];
}

/** Seconds of processor a process has used; null where the system does not say. */
function processorSeconds(pid: number | undefined): number | null {
  const path = `/proc/${pid}/stat`;
  if (!existsSync(path)) return null;
  const fields = readFileSync(path, 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

interface Reader {
  ask(path: string): Promise<{ readonly answer: FuzzAnswer | 'hung' | 'died'; readonly seconds: number }>;
  end(): void;
}

function openReader(): Reader {
  let child: ChildProcess | null = null;
  let left = 0;
  const started = (): ChildProcess => {
    if (child !== null && left > 0) return child;
    child?.kill('SIGKILL');
    left = FILES_EACH;
    child = fork(join(import.meta.dirname, 'fuzz-reader.ts'), {
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      serialization: 'advanced',
      execArgv: [...workerFlags],
    });
    return child;
  };
  return {
    ask: (path) => {
      const asked = started();
      left -= 1;
      const before = processorSeconds(asked.pid) ?? 0;
      const used = (): number => (processorSeconds(asked.pid) ?? before) - before;
      const begun = performance.now();
      let seconds = 0;
      return new Promise((resolve) => {
        const done = (answer: FuzzAnswer | 'hung' | 'died'): void => {
          clearInterval(timer);
          asked.removeAllListeners('message');
          asked.removeAllListeners('exit');
          if (typeof answer === 'string') {
            asked.kill('SIGKILL');
            child = null;
          }
          resolve({ answer, seconds });
        };
        const timer = setInterval(() => {
          seconds = Math.max(seconds, used());
          // It reads each file twice.
          if (seconds > 2 * MOST_SECONDS || performance.now() - begun > MOST_WALL_SECONDS * 1000) done('hung');
        }, 250);
        asked.once('message', (message) => {
          seconds = Math.max(seconds, used());
          // Sent by fuzz-reader.ts.
          done(message as FuzzAnswer);
        });
        asked.once('exit', () => done('died'));
        asked.send(path);
      });
    },
    end: () => child?.kill('SIGKILL'),
  };
}

function faultOf(answer: FuzzAnswer | 'hung' | 'died'): string | null {
  if (answer === 'hung') return 'hung';
  if (answer === 'died') return 'the reader died';
  if (answer.bug !== null) return answer.bug;
  if (!answer.isSame) return 'read twice, it says two things';
  return null;
}

export interface FuzzWish {
  readonly good: readonly GoodFile[];
  readonly seed: number;
  /** Which files of the seed. */
  readonly from: number;
  readonly count: number;
  /** For the files while they are read, and for those that are kept. */
  readonly folder: string;
  readonly onFile?: (nth: number) => void;
}

export async function fuzz({ good, seed, from, count, folder, onFile }: FuzzWish): Promise<FuzzFigures> {
  mkdirSync(folder, { recursive: true });
  const reader = openReader();
  const [misses, refused]: [Miss[], Record<string, number>] = [[], {}];
  let [read, maxMiB, slowest] = [0, 0, { name: '', seconds: 0 }];
  try {
    for (let nth = from; nth < from + count; nth += 1) {
      const { name, bytes } = mutated(good, seed, nth);
      const path = join(folder, name.replace(/^\d+-\w+-/, ''));
      writeFileSync(path, bytes);
      let { answer, seconds } = await reader.ask(path);
      if (typeof answer !== 'string' && answer.maxMiB > MOST_MIB) ({ answer, seconds } = await alone(path));
      const tooMuch =
        typeof answer !== 'string' && answer.maxMiB > MOST_MIB ? `${Math.round(answer.maxMiB)} MiB` : null;
      const fault = faultOf(answer) ?? tooMuch;
      if (fault !== null) misses.push({ name, fault, path: kept(folder, name, bytes) });
      if (seconds > slowest.seconds) slowest = { name, seconds };
      if (typeof answer !== 'string') {
        maxMiB = Math.max(maxMiB, answer.maxMiB);
        if (answer.code === null) read += 1;
        else refused[answer.code] = (refused[answer.code] ?? 0) + 1;
      }
      onFile?.(nth);
    }
  } finally {
    reader.end();
  }
  return { files: count, read, refused, misses, maxMiB, slowest };
}

/** In a process that has read nothing else. */
async function alone(path: string): ReturnType<Reader['ask']> {
  const reader = openReader();
  try {
    return await reader.ask(path);
  } finally {
    reader.end();
  }
}

function kept(folder: string, name: string, bytes: Buffer): string {
  const place = join(folder, 'kept');
  mkdirSync(place, { recursive: true });
  const path = join(place, name);
  writeFileSync(path, bytes);
  return path;
}
