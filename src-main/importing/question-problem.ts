/** What has to be asked about a file, as a Problem for those who cannot be asked on the spot: the command line, a check without an answer. */

import type { Finding } from '../../src-shared/contract/imports.ts';
import { Problem } from '../../src-shared/problem.ts';
import { profileById } from './profiles/index.ts';

/** Headings of the columns that are asked about, as the file prints them. */
function askedColumns({ questions, header }: Finding): string {
  return questions.flatMap(({ column }) => (column === null ? [] : `【${(header[column] ?? '').trim()}】`)).join(' ');
}

/** The usual headings of the fields that are not there. */
function lackingColumns({ questions, guess }: Finding): string {
  const words = profileById(guess.profile)?.fields ?? {};
  return questions
    .filter(({ about }) => about === 'field')
    .flatMap(({ fields }) => fields.map((field) => `【${words[field]?.[0] ?? field}】`))
    .join(' ');
}

export function questionAsProblem(name: string, finding: Finding): Problem {
  if (finding.reasons.some(({ code }) => code === 'no-profile')) {
    return new Problem('file-needs-mapping', { name, missing: 'orderNumber' });
  }
  const abouts = new Set(finding.questions.map(({ about }) => about));
  if (abouts.has('column')) return new Problem('file-has-unknown-columns', { name, columns: askedColumns(finding) });
  if (abouts.has('field')) return new Problem('file-lacks-columns', { name, columns: lackingColumns(finding) });
  if (abouts.has('dates')) return new Problem('file-dates-unclear', { name });
  if (abouts.has('status')) {
    const words = finding.questions.flatMap((question) => question.words ?? []).map((word) => `【${word}】`);
    return new Problem('file-has-unknown-statuses', { name, words: words.join(' ') });
  }
  if (abouts.has('export')) return new Problem('file-is-guess', { name });
  return new Problem('file-needs-mapping', { name, missing: 'orderNumber' });
}
