/** What the owner is importing: files on the way to the check. Kept while other rooms are visited; nothing of the ledger. */

import { create } from 'zustand';
import type { CellFix, Encoding, Mapping } from '../../src-shared/contract/imports.ts';
import type { FileTicket } from '../../src-shared/contract/shell.ts';
import type { RowProblemCode } from '../../src-shared/row-problem.ts';

/** What the owner decided about one file, over what was recognised. */
export interface FileChoice {
  readonly mapping?: Mapping;
  readonly encoding?: Encoding;
  /** Cells the owner corrected. */
  readonly fixes?: CellFix[];
}

interface ImportState {
  readonly files: readonly FileTicket[];
  readonly choices: Readonly<Record<string, FileChoice>>;
  readonly shop: string | null;
  /** Remember the owner's own columns for files with the same header. */
  readonly remember: boolean;
  /** Rows left out for these reasons are kept aside when it is posted. */
  readonly aside: readonly RowProblemCode[];
  /** The check or posting that runs now, by which its progress is known and it can be cancelled. */
  readonly job: string | null;
  /** Files dropped or chosen: more of them join those that wait. */
  readonly add: (files: readonly FileTicket[]) => void;
  /** A file that holds several tables gives way to them. */
  readonly replace: (ticket: string, tables: readonly FileTicket[]) => void;
  readonly remove: (ticket: string) => void;
  readonly choose: (ticket: string, choice: FileChoice) => void;
  readonly setShop: (shop: string | null) => void;
  readonly setRemember: (remember: boolean) => void;
  readonly setAside: (code: RowProblemCode, isAside: boolean) => void;
  readonly setJob: (job: string | null) => void;
  readonly clear: () => void;
}

export const useImportState = create<ImportState>((set) => ({
  files: [],
  choices: {},
  shop: null,
  remember: true,
  aside: [],
  job: null,
  add: (files) =>
    set((state) => {
      const fresh = files.filter((file) => !state.files.some((known) => known.ticket === file.ticket));
      return fresh.length === 0 ? state : { files: [...state.files, ...fresh] };
    }),
  replace: (ticket, tables) =>
    set((state) => ({ files: state.files.flatMap((file) => (file.ticket === ticket ? tables : [file])) })),
  remove: (ticket) => set((state) => ({ files: state.files.filter((file) => file.ticket !== ticket) })),
  choose: (ticket, choice) =>
    set((state) => ({ choices: { ...state.choices, [ticket]: { ...state.choices[ticket], ...choice } } })),
  setShop: (shop) => set({ shop }),
  setRemember: (remember) => set({ remember }),
  setAside: (code, isAside) =>
    set(({ aside }) => {
      const others = aside.filter((known) => known !== code);
      return { aside: isAside ? [...others, code] : others };
    }),
  setJob: (job) => set({ job }),
  clear: () => set({ files: [], choices: {}, shop: null, remember: true, aside: [], job: null }),
}));
