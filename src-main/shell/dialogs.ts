/** The system's own dialogs for opening and saving. Paths end here: the page gets tickets. */

import { extname, join } from 'node:path';
import { type BrowserWindow, dialog, type FileFilter } from 'electron';
import type { Language } from './look.ts';
import { tableExtensions } from './table-extensions.ts';

const texts = {
  'zh-CN': { tables: '订单表格', all: '所有文件', paper: 'PDF 文件', csv: 'CSV 表格', xlsx: 'Excel 工作簿' },
  en: { tables: 'Order files', all: 'All files', paper: 'PDF', csv: 'CSV', xlsx: 'Excel workbook' },
} as const;

/** Empty when the person closed the dialog. */
export async function chooseFiles(window: BrowserWindow, title: string, language: Language): Promise<string[]> {
  const words = texts[language];
  const chosen = await dialog.showOpenDialog(window, {
    title,
    properties: ['openFile', 'multiSelections'],
    filters: [
      { name: words.tables, extensions: [...tableExtensions] },
      { name: words.all, extensions: ['*'] },
    ],
  });
  return chosen.canceled ? [] : chosen.filePaths;
}

function filtersFor(name: string, language: Language): FileFilter[] {
  const words = texts[language];
  switch (extname(name).toLowerCase()) {
    case '.pdf':
      return [{ name: words.paper, extensions: ['pdf'] }];
    case '.csv':
      return [{ name: words.csv, extensions: ['csv'] }];
    case '.xlsx':
      return [{ name: words.xlsx, extensions: ['xlsx'] }];
    default:
      return [{ name: words.all, extensions: ['*'] }];
  }
}

/**
 * Null when the person closed the dialog. The dialog itself asks before an existing file is replaced. `folder`: where everything
 * is saved without asking, for tests of the packed program, whose dialogs nobody can answer.
 */
export async function chooseTarget(
  window: BrowserWindow,
  name: string,
  language: Language,
  folder: string | null,
): Promise<string | null> {
  const offered = name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '_');
  if (folder !== null) return join(folder, offered);
  const chosen = await dialog.showSaveDialog(window, {
    // Only a name: the dialog opens in the folder used last.
    defaultPath: offered,
    filters: filtersFor(name, language),
  });
  return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath;
}
