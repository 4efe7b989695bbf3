/** The keys that work in every room, and the same commands when they come from the window's menu. */

import { useCallback, useEffect } from 'react';
import { useLocation } from 'wouter';
import type { FileTicket } from '../../src-shared/contract/shell.ts';
import { useConnection } from '../link/connection-context.tsx';
import { useChooseFiles, useOpenFiles } from '../link/use-files.ts';
import { isChoice, isTyping, type KeyMap, useKeys } from '../parts/use-keys.ts';
import { rooms } from '../rooms.ts';
import { useJournalKeys } from './use-journal-keys.ts';

export function useFrameKeys(showHelp: () => void): void {
  const [location, navigate] = useLocation();
  const chooseFiles = useChooseFiles();
  // On the print page itself, and on a report, the key and the menu print: the page sees to it.
  const goPrint = (): boolean => {
    if (location === '/print' || location === '/reports' || location === '/today/sheet') return false;
    navigate('/print');
    return true;
  };
  const { undo, redo } = useJournalKeys();
  const outsideFields = (run: () => void) => (event: KeyboardEvent) => {
    // In a field Ctrl+Z belongs to the text.
    if (isTyping(event.target) && !isChoice(event.target)) return false;
    run();
    return true;
  };
  const keys: KeyMap = {
    '$mod+o': chooseFiles,
    '$mod+z': outsideFields(undo),
    '$mod+y': outsideFields(redo),
    '$mod+Shift+z': outsideFields(redo),
    '$mod+p': goPrint,
    '[Shift]+?': showHelp,
    F1: showHelp,
    ...Object.fromEntries(rooms.map((room, index) => [`$mod+${index + 1}`, () => navigate(room.path)])),
  };
  useKeys(keys);
  const openFiles = useOpenFiles();
  useShellCommands({
    'open-files': openFiles,
    import: chooseFiles,
    print: goPrint,
    history: () => navigate('/history'),
    help: showHelp,
  });
}

function useShellCommands(commands: Readonly<Record<string, (files: readonly FileTicket[]) => unknown>>): void {
  const connection = useConnection();
  const [, navigate] = useLocation();
  const run = useCallback(
    (command: string, files: readonly FileTicket[]) => {
      const room = rooms.find(({ key }) => command === key);
      if (commands[command] !== undefined) commands[command](files);
      else if (room !== undefined) navigate(room.path);
    },
    [commands, navigate],
  );
  useEffect(
    () => connection.subscribe('shell.command', ({ command, files }) => run(command, files ?? [])),
    [connection, run],
  );
}
