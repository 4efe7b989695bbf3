/** axe-core on a page: what it finds wrong for people who hear, enlarge or do without colours. */

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface Violation {
  readonly rule: string;
  readonly impact: string;
  readonly help: string;
  /** Where, and what axe says of it. */
  readonly places: readonly { readonly target: string; readonly html: string; readonly why: string }[];
}

/** What the page's own scripts cannot see, but a call into the page can. */
interface WindowWithAxe extends Window {
  readonly axe?: { run(context: Document, options: RunOptions): Promise<AxeResults> };
}

/** Every violation of every rule axe has on by default. The page's own policy forbids script elements, so axe is evaluated. */
export async function axeViolations(page: Page): Promise<readonly Violation[]> {
  // The window gets `axe` from the source below.
  const isThere = await page.evaluate(() => (window as WindowWithAxe).axe !== undefined);
  if (!isThere) await page.evaluate(source);
  const found = await page.evaluate(async () => {
    const { axe } = window as WindowWithAxe;
    if (axe === undefined) throw new Error('axe did not arrive in the page');
    const { violations } = await axe.run(document, { resultTypes: ['violations'] });
    return violations;
  });
  return found.map(({ id, impact, help, nodes }) => ({
    rule: id,
    impact: impact ?? 'unknown',
    help,
    places: nodes.map((node) => ({
      target: node.target.join(' '),
      html: node.html.slice(0, 200),
      why: (node.failureSummary ?? '').replaceAll(/\s+/g, ' '),
    })),
  }));
}

/** One line for each violation, for a test's message or a report. */
export function violationLines(violations: readonly Violation[]): readonly string[] {
  return violations.map(({ rule, impact, places }) => {
    const [first] = places;
    return `${rule} (${impact}) × ${places.length}: ${first?.target ?? ''} — ${first?.why ?? ''}`;
  });
}
