/** What the owner is importing: files on the way to the check. Kept while other rooms are visited; nothing of the ledger. */

import { create } from 'zustand';
import type { Encoding, Mapping } from '../../src-shared/contract/imports.ts';
import type { FileTicket } from '../../src-shared/contract/shell.ts';

/** What the owner decided about one file, over what was recognised. */
export interface FileChoice {
  readonly mapping?: Mapping;
  readonly encoding?: Encoding;
}

interface ImportState {
  readonly files: readonly FileTicket[];
  readonly choices: Readonly<Record<string, FileChoice>>;
  readonly shop: string | null;
  /** Files dropped or chosen: more of them join those that wait. */
  add(files: readonly FileTicket[]): void;
  remove(ticket: string): void;
  choose(ticket: string, choice: FileChoice): void;
  setShop(shop: string | null): void;
  clear(): void;
}

export const useImportState = create<ImportState>((set) => ({
  files: [],
  choices: {},
  shop: null,
  add: (files) =>
    set((state) => {
      const fresh = files.filter((file) => !state.files.some((known) => known.ticket === file.ticket));
      return fresh.length === 0 ? state : { files: [...state.files, ...fresh] };
    }),
  remove: (ticket) => set((state) => ({ files: state.files.filter((file) => file.ticket !== ticket) })),
  choose: (ticket, choice) =>
    set((state) => ({ choices: { ...state.choices, [ticket]: { ...state.choices[ticket], ...choice } } })),
  setShop: (shop) => set({ shop }),
  clear: () => set({ files: [], choices: {}, shop: null }),
}));
