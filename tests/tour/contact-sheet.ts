/** All pictures on one page, a row for each scene and a column for each look, with what was found beneath. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Violation, violationLines } from '../journeys/support/axe.ts';

export interface Seen {
  readonly scene: string;
  readonly look: string;
  /** Name of the picture in the folder of the tour. */
  readonly file: string;
  readonly violations: readonly Violation[];
  readonly clipped: readonly string[];
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function picture({ look, file, violations, clipped }: Seen): string {
  const said = [...violationLines(violations), ...clipped].map((line) => `<li>${escaped(line)}</li>`).join('');
  const label = violations.length === 0 ? look : `<b>${look}: ${violations.length}</b>`;
  return `<figure><a href="${file}"><img loading="lazy" src="${file}" alt="${escaped(file)}"></a><figcaption>${label}<ul>${said}</ul></figcaption></figure>`;
}

const style = `body{font:14px sans-serif;margin:24px}section>div{display:flex;gap:12px;overflow-x:auto}figure{margin:0;flex:none;width:420px}
img{width:100%;border:1px solid #999}figcaption b{color:#b0352a}ul{margin:4px 0;padding-left:18px;font-size:12px;overflow-wrap:anywhere}`;

export function writeContactSheet(folder: string, seen: readonly Seen[]): void {
  const scenes = [...new Set(seen.map(({ scene }) => scene))];
  const sections = scenes.map((scene) => {
    const pictures = seen.filter((each) => each.scene === scene).map(picture);
    return `<section><h2>${scene}</h2><div>${pictures.join('\n')}</div></section>`;
  });
  const html = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Tour</title><style>${style}</style><h1>Tour: ${seen.length} pictures</h1>${sections.join('\n')}</html>`;
  writeFileSync(join(folder, 'index.html'), html);
}
