/** How the window and every paper say whose book it is. */

import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { useShopWords } from '../../../src-renderer/parts/shop-words.ts';
import type { Language } from '../../../src-renderer/texts/texts.ts';
import type { LedgerStatus } from '../../../src-shared/contract/ledger.ts';
import { inPage } from '../in-page.tsx';

type Shop = LedgerStatus['shops'][number];

const shopOf = (id: number, name: string, orders: number): Shop => ({
  id,
  name,
  orders,
  marketplace: 'taobao',
  currency: 'CNY',
});

function Words({ shops }: { readonly shops: readonly Shop[] }) {
  const words = useShopWords();
  return <p role="note">{words([...shops])}</p>;
}

function wordsOf(shops: readonly Shop[], language: Language): string | null {
  inPage(<Words shops={shops} />, { language });
  return screen.getByRole('note').textContent;
}

const [small, large, middle] = [shopOf(1, '甲', 3), shopOf(2, '乙', 90), shopOf(3, '丙', 12)];

describe('whose book it is', () => {
  test.each<[string, readonly Shop[], Language, string]>([
    ['nobody yet', [], 'zh-CN', ''],
    ['one shop', [small], 'zh-CN', '甲'],
    ['two, the larger first', [small, large], 'zh-CN', '乙、甲'],
    ['more, by the largest', [small, large, middle], 'zh-CN', '乙及另外 2 家'],
    ['two in English', [small, large], 'en', '乙, 甲'],
    ['more in English', [small, large, middle], 'en', '乙 and 2 more shops'],
  ])('%s', (_, shops, language, expected) => {
    expect(wordsOf(shops, language)).toBe(expected);
  });
});
