/** Chinese and English say the same things, and no words stand outside the texts. */

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { filesIn, root, sources } from './source-files.ts';

type Tree = { readonly [key: string]: string | Tree };

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null;
}

/** 'a.b.c' → the words, for every leaf. */
function leaves(tree: Tree, prefix = ''): Map<string, string> {
  const found = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') found.set(prefix + key, value);
    else if (isTree(value)) for (const [name, words] of leaves(value, `${prefix}${key}.`)) found.set(name, words);
  }
  return found;
}

async function namespaces(language: string): Promise<Map<string, Map<string, string>>> {
  const found = new Map<string, Map<string, string>>();
  for (const file of filesIn(`src-renderer/texts/${language}`, ['.ts'])) {
    const module: unknown = await import(pathToFileURL(join(root, file.path)).href);
    const tree = isTree(module) ? Object.values(module).find(isTree) : undefined;
    if (tree !== undefined) found.set(file.path.slice(file.path.lastIndexOf('/') + 1), leaves(tree));
  }
  return found;
}

const plural = /_(one|other|zero|few|many|two)$/;
const placeholders = (words: string): string[] =>
  [...words.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1] ?? '').sort();

describe('the texts of the pages', () => {
  it('have the same keys and placeholders in Chinese and English', async () => {
    const [zh, en] = await Promise.all([namespaces('zh-CN'), namespaces('en')]);
    expect([...en.keys()].sort()).toEqual([...zh.keys()].sort());
    const wrong: string[] = [];
    for (const [name, words] of zh) {
      const other = en.get(name) ?? new Map<string, string>();
      const own = new Set([...words.keys()].map((key) => key.replace(plural, '')));
      const theirs = new Set([...other.keys()].map((key) => key.replace(plural, '')));
      for (const key of own) if (!theirs.has(key)) wrong.push(`en/${name} lacks ${key}`);
      for (const key of theirs) if (!own.has(key)) wrong.push(`zh-CN/${name} lacks ${key}`);
      for (const [key, text] of words) {
        const twin = other.get(key);
        if (twin !== undefined && placeholders(text).join() !== placeholders(twin).join())
          wrong.push(`${name} ${key}: placeholders differ`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('that go by a number are asked for with one', async () => {
    const { en } = (await import(pathToFileURL(join(root, 'src-renderer/texts/en/all.ts')).href)) as { en: Tree };
    const texts = new Map(
      Object.entries(en).flatMap(([name, tree]) => (isTree(tree) ? [[name, leaves(tree)] as const] : [])),
    );
    const wrong: string[] = [];
    let looked = 0;
    for (const { path, text } of sources().filter((file) => file.path.startsWith('src-renderer/'))) {
      // What the file calls the words of a namespace; one name may stand for several in several functions.
      const named = new Map<string, string[]>();
      const name = (alias: string, namespace: string): unknown =>
        named.set(alias, [...(named.get(alias) ?? []), namespace]);
      for (const [, alias = 't', namespace = 'common'] of text.matchAll(
        /\{ t(?:: (\w+))?(?:, i18n)? \} = useTranslation\('(\w+)'\)/g,
      ))
        name(alias, namespace);
      for (const [, alias = '', namespace = ''] of text.matchAll(/const (\w+) = useTranslation\('(\w+)'\)\.t;/g))
        name(alias, namespace);
      for (const [alias, namespaces] of named)
        for (const [, key = '', given = ''] of text.matchAll(
          new RegExp(`\\b${alias}\\(\\s*'([\\w.]+)'((?:,[^;]{0,300})?)`, 'g'),
        )) {
          const of = namespaces.flatMap((namespace) => texts.get(namespace) ?? []);
          const isPlural = of.some((own) => own.has(`${key}_other`)) && !of.some((own) => own.has(key));
          looked += Number(isPlural);
          if (isPlural && !/\bcount\b/.test(given)) wrong.push(`${path}: ${key} without a count`);
        }
    }
    expect(wrong).toEqual([]);
    expect(looked).toBeGreaterThan(100);
  });

  it('are the only place of the renderer with Chinese words', () => {
    const wrong = sources()
      .filter((file) => file.path.startsWith('src-renderer/') && !file.path.startsWith('src-renderer/texts/'))
      .filter((file) => /[\u3400-\u9fff]/.test(file.text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '')))
      .map((file) => file.path);
    expect(wrong).toEqual([]);
  });
});
