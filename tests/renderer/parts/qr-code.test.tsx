/** A code on the screen says what it was given, read back by a reader of its own; and is drawn so that it can be scanned. */

import { cleanup, render, screen } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { QrCode } from '../../../src-renderer/parts/qr-code.tsx';
import { qrModules, qrPath, quietZone } from '../../../src-renderer/parts/qr-modules.ts';
import { smsUri, telUri } from '../../../src-shared/phone-uri.ts';
import { readQr } from '../../support/read-qr.ts';

afterEach(cleanup);

test('numbers and messages as a telephone takes them', () => {
  expect(telUri('13800138001')).toBe('tel:13800138001');
  expect(smsUri('13800138001')).toBe('sms:13800138001');
  expect(smsUri('13800138001', '茶 & 杯?')).toBe('sms:13800138001?body=%E8%8C%B6%20%26%20%E6%9D%AF%3F');
  expect(new URL(smsUri('13800138001', '茶 & 杯?')).searchParams.get('body')).toBe('茶 & 杯?');
});

test('every size says what it was given', () => {
  for (const text of [telUri('13800138001'), smsUri('13800138001', '【山月茶铺】茶到了'), 'ü茶🍵', 'x'.repeat(2900)])
    expect(readQr(qrModules(text)).text).toBe(text);
  // From one square group to the next: versions 1 to 40.
  const versions = new Set<number>();
  for (let length = 1; length <= 2950; length += length < 400 ? 3 : 23) {
    const text = 'a茶'.repeat(length).slice(0, Math.ceil(length / 2));
    const read = readQr(qrModules(text));
    expect(read.text).toBe(text);
    versions.add(read.version);
  }
  expect(versions.size).toBeGreaterThan(30);
});

test('law: any text comes back; one square that is turned is noticed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }), fc.nat(), (text, at) => {
      const modules = qrModules(text);
      expect(readQr(modules).text).toBe(text);
      const [x, y] = [at % modules.length, Math.floor(at / modules.length) % modules.length];
      const turned = modules.map((row, line) => row.map((dark, place) => (line === y && place === x ? !dark : dark)));
      let said: string | null = null;
      try {
        said = readQr(turned).text;
      } catch {
        // It was noticed.
      }
      // Squares that carry nothing (separators, alignment, bits left over) do no harm: nothing else is ever said.
      expect([text, null]).toContain(said);
    }),
  );
});

/** The squares a path draws, as a screen fills them. */
function drawn(path: string, side: number): boolean[][] {
  const squares = Array.from({ length: side }, () => Array<boolean>(side).fill(false));
  for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let step = 0; step < Number(width); step += 1) {
      const row = squares[Number(y)];
      if (row !== undefined) row[Number(x) + step] = true;
    }
  return squares;
}

test('it is drawn whole, with its quiet zone, every square of whole pixels, and named for those who do not see it', () => {
  const text = smsUri('13800138001', '茶到了');
  render(<QrCode text={text} label="扫一扫" about={140} />);
  const svg = screen.getByRole('img', { name: '扫一扫' });
  const side = Number(svg.getAttribute('viewBox')?.split(' ')[2]);
  const px = Number(svg.getAttribute('width'));
  expect(px % side).toBe(0);
  expect(px / side).toBeGreaterThanOrEqual(2);
  expect(svg.getAttribute('height')).toBe(String(px));
  expect(svg.getAttribute('shape-rendering')).toBe('crispEdges');
  const squares = drawn(svg.querySelector('path')?.getAttribute('d') ?? '', side);
  const isQuiet = (at: number): boolean => at < quietZone || at >= side - quietZone;
  expect(squares.some((row, y) => row.some((dark, x) => dark && (isQuiet(x) || isQuiet(y))))).toBe(false);
  const inner = squares.slice(quietZone, -quietZone).map((row) => row.slice(quietZone, -quietZone));
  expect(readQr(inner).text).toBe(text);
  expect(qrPath([[true, true, false, true]])).toBe('M4 4h2v1h-2zM7 4h1v1h-1z');
});
