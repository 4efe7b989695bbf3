/** The menu and its keys. A command goes to the page as the event `shell.command`; the page knows what it means there. */

import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Language } from './look.ts';

const texts = {
  'zh-CN': {
    file: '文件',
    import: '导入文件…',
    print: '打印…',
    settings: '设置',
    quit: '退出',
    edit: '编辑',
    undo: '撤销',
    redo: '重做',
    cut: '剪切',
    copy: '复制',
    paste: '粘贴',
    selectAll: '全选',
    search: '找人、找单',
    view: '查看',
    customers: '客户',
    tiers: '分层',
    history: '导入记录',
    larger: '放大',
    smaller: '缩小',
    usual: '原大小',
    fullScreen: '全屏',
    help: '帮助',
    dataFolder: '打开数据文件夹',
    devTools: '开发者工具',
  },
  en: {
    file: 'File',
    import: 'Import files…',
    print: 'Print…',
    settings: 'Settings',
    quit: 'Quit',
    edit: 'Edit',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    selectAll: 'Select all',
    search: 'Find a customer or an order',
    view: 'View',
    customers: 'Customers',
    tiers: 'Tiers',
    history: 'Import history',
    larger: 'Larger',
    smaller: 'Smaller',
    usual: 'Actual size',
    fullScreen: 'Full screen',
    help: 'Help',
    dataFolder: 'Open the data folder',
    devTools: 'Developer tools',
  },
} as const;

/** What the menu can ask of the page. */
export type Command = 'import' | 'print' | 'settings' | 'search' | 'customers' | 'tiers' | 'history' | 'help';

export interface MenuActions {
  command(command: Command): void;
  openDataFolder(): void;
}

export function setMenu(language: Language, actions: MenuActions): void {
  const words = texts[language];
  const item = (command: Command, accelerator?: string): MenuItemConstructorOptions => ({
    id: command,
    label: words[command],
    click: () => actions.command(command),
    ...(accelerator === undefined ? {} : { accelerator }),
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  const developer: MenuItemConstructorOptions[] = app.isPackaged
    ? []
    : [line, { role: 'toggleDevTools', label: words.devTools, accelerator: 'F12' }];
  const template: MenuItemConstructorOptions[] = [
    {
      label: words.file,
      submenu: [
        item('import', 'CmdOrCtrl+O'),
        item('print', 'CmdOrCtrl+P'),
        line,
        item('settings', 'CmdOrCtrl+,'),
        line,
        { role: 'quit', label: words.quit },
      ],
    },
    {
      label: words.edit,
      submenu: [
        { role: 'undo', label: words.undo },
        { role: 'redo', label: words.redo },
        line,
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        { role: 'selectAll', label: words.selectAll },
        line,
        item('search', 'CmdOrCtrl+K'),
      ],
    },
    {
      label: words.view,
      submenu: [
        item('customers', 'CmdOrCtrl+1'),
        item('tiers', 'CmdOrCtrl+2'),
        item('history'),
        line,
        { role: 'zoomIn', label: words.larger },
        { role: 'zoomOut', label: words.smaller },
        { role: 'resetZoom', label: words.usual },
        { role: 'togglefullscreen', label: words.fullScreen },
        ...developer,
      ],
    },
    {
      role: 'help',
      label: words.help,
      submenu: [item('help', 'F1'), { label: words.dataFolder, click: () => actions.openDataFolder() }],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
