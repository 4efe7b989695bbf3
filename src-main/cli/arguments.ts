/** The command line's words to a command with options. Knows nothing of what the commands do. */

import { parseArgs } from 'node:util';
import { Problem } from '../../src-shared/problem.ts';
import type { Language } from '../../src-shared/problem-texts.ts';

export interface Invocation {
  readonly command: string;
  readonly words: readonly string[];
  readonly data: string | null;
  readonly json: boolean;
  readonly language: Language;
  /** Options of the command by name; flags are 'true'. */
  readonly options: Readonly<Record<string, string>>;
}

/** Options each command takes; `string` wants a value. */
const commandOptions = {
  import: { shop: 'string', marketplace: 'string', mapping: 'string', check: 'boolean', report: 'string' },
  mappings: { export: 'string', import: 'string', forget: 'string' },
  history: {},
  undo: {},
  redo: {},
  totals: { shop: 'string', 'with-excluded': 'boolean' },
  rfm: { on: 'string', shop: 'string', definition: 'string', customers: 'boolean', 'with-excluded': 'boolean' },
  customers: {
    on: 'string',
    shop: 'string',
    search: 'string',
    filter: 'string',
    segment: 'string',
    view: 'string',
    csv: 'string',
    xlsx: 'string',
    'whole-phones': 'boolean',
    'for-records': 'boolean',
    'with-excluded': 'boolean',
  },
  segments: {
    on: 'string',
    shop: 'string',
    name: 'string',
    filter: 'string',
    fix: 'boolean',
    'with-excluded': 'boolean',
  },
  tags: {
    on: 'string',
    shop: 'string',
    name: 'string',
    filter: 'string',
    segment: 'string',
    'with-excluded': 'boolean',
  },
  templates: {
    name: 'string',
    channel: 'string',
    text: 'string',
    on: 'string',
    shop: 'string',
    filter: 'string',
    segment: 'string',
    at: 'string',
    'with-excluded': 'boolean',
  },
  'send-list': {
    on: 'string',
    shop: 'string',
    filter: 'string',
    segment: 'string',
    columns: 'string',
    'no-heads': 'boolean',
    csv: 'string',
    xlsx: 'string',
    sent: 'boolean',
    'with-excluded': 'boolean',
  },
  followups: {
    on: 'string',
    from: 'string',
    out: 'string',
    masked: 'boolean',
    holdout: 'string',
    'with-excluded': 'boolean',
  },
  strategy: {
    on: 'string',
    name: 'string',
    filter: 'string',
    segment: 'string',
    say: 'string',
    channel: 'string',
    template: 'string',
    days: 'string',
    holdout: 'string',
    coupon: 'string',
    each: 'string',
    budget: 'string',
    shared: 'boolean',
    every: 'string',
    'with-excluded': 'boolean',
  },
  plan: { on: 'string', name: 'string', only: 'string', 'with-excluded': 'boolean' },
  tickets: { on: 'string', from: 'string' },
  leads: { on: 'string', source: 'string', reason: 'string' },
  levels: { on: 'string', shop: 'string', until: 'string', reason: 'string', 'with-excluded': 'boolean' },
  fields: {
    on: 'string',
    shop: 'string',
    name: 'string',
    type: 'string',
    choices: 'string',
    filter: 'string',
    segment: 'string',
    'with-excluded': 'boolean',
  },
  views: { name: 'string' },
  metrics: { on: 'string', from: 'string', shop: 'string', least: 'string', 'with-excluded': 'boolean' },
  forecast: { on: 'string', shop: 'string', 'with-excluded': 'boolean' },
  report: {
    on: 'string',
    from: 'string',
    shop: 'string',
    definition: 'string',
    least: 'string',
    compare: 'string',
    xlsx: 'string',
    'with-excluded': 'boolean',
  },
  profile: { on: 'string', 'with-excluded': 'boolean' },
  explain: {
    on: 'string',
    from: 'string',
    shop: 'string',
    definition: 'string',
    search: 'string',
    segment: 'string',
    row: 'string',
    'with-excluded': 'boolean',
  },
  coverage: {
    shop: 'string',
    from: 'string',
    to: 'string',
    'no-sales': 'boolean',
    closed: 'boolean',
    clear: 'boolean',
  },
  exclusions: {
    kind: 'string',
    shop: 'string',
    'seller-note': 'string',
    'buyer-note': 'string',
    nick: 'string',
    receiver: 'string',
    phone: 'string',
    address: 'string',
    'paid-from': 'string',
    'paid-to': 'string',
    any: 'boolean',
    check: 'boolean',
  },
  review: { strength: 'string', limit: 'string' },
  later: { back: 'boolean' },
  merge: { all: 'string', name: 'string', note: 'string' },
  unmerge: {},
  'never-same': {},
  backup: {},
  restore: {},
  verify: {},
} as const satisfies Record<string, Record<string, 'string' | 'boolean'>>;

export type CommandName = keyof typeof commandOptions;

export function isCommand(word: string): word is CommandName {
  return Object.hasOwn(commandOptions, word);
}

/** Chinese unless the machine's own language is set and is another one. */
export function languageOf(env: NodeJS.ProcessEnv): Language {
  const words = env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? '';
  return words === '' || words.startsWith('zh') || words === 'C' || words.startsWith('C.') || words === 'POSIX'
    ? 'zh-CN'
    : 'en';
}

/** Throws `arguments-invalid` with the word that is wrong. */
export function readArguments(argv: readonly string[], env: NodeJS.ProcessEnv): Invocation {
  const command = argv.find((word) => !word.startsWith('-') && isCommand(word)) ?? 'help';
  const own: Record<string, 'string' | 'boolean'> = isCommand(command) ? commandOptions[command] : {};
  const types = { data: 'string', json: 'boolean', help: 'boolean', ...own } as const;
  const options = Object.fromEntries(Object.entries(types).map(([name, type]) => [name, { type }]));
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
    const at = positionals.indexOf(command);
    const words = positionals.filter((_, index) => index !== at);
    const text = Object.entries(values).map(([name, value]) => [name, String(value)] as const);
    const stray = command === 'help' ? words[0] : undefined;
    if (stray !== undefined) throw new Problem('arguments-invalid', { found: stray });
    return {
      command: values['help'] === true ? 'help' : command,
      words,
      data: typeof values['data'] === 'string' ? values['data'] : null,
      json: values['json'] === true,
      language: languageOf(env),
      options: Object.fromEntries(text),
    };
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw new Problem('arguments-invalid', { found: error instanceof Error ? error.message : String(error) });
  }
}
