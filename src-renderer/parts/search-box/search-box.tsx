/**
 * The search at the top of the window (Ctrl+K): customers by name, pinyin, initials, phone tail, buyer id or order
 * number, lists that are meant by it, and commands beneath. A combobox: the field keeps the keyboard, the list follows ↑ and ↓.
 */

import { type KeyboardEvent as ReactKeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useConnection } from '../../link/connection-context.tsx';
import { useCall } from '../../link/use-call.ts';
import { useOpenList } from '../../state/customer-filter.ts';
import { Icon } from '../icon.tsx';
import { useKeys } from '../use-keys.ts';
import type { Choice } from './choice.ts';
import { useCommands } from './commands.ts';
import { useLists } from './lists.ts';
import { SearchList } from './search-list.tsx';
import './search-box.css';

const mostHits = 8;
/** Commands are shown beside customers only when asked for by more than a letter or two. */
const mostCommands = 4;

export function GlobalSearch() {
  const { t } = useTranslation('search');
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const { asked, setComposes } = useAsked(typed);
  const { choices, isStale } = useChoices(asked, isOpen);
  const choose = useChoose(() => {
    setOpen(false);
    setTyped('');
    field.current?.blur();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question starts at its first answer
  useEffect(() => setAt(0), [asked]);
  const before = useRef<Element | null>(null);
  const reach = (): void => {
    if (document.activeElement !== field.current) before.current = document.activeElement;
    field.current?.focus();
    field.current?.select();
  };
  useKeys({ '$mod+k': reach });
  useMenuSearch(reach);
  const chosen = choices[Math.min(at, choices.length - 1)];
  const onKeyDown = (event: ReactKeyboardEvent): void => {
    // Enter and arrows belong to the input method while it composes.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && choices.length > 0) setAt((at + step + choices.length) % choices.length);
    else if (event.key === 'Enter' && chosen !== undefined && asked === typed.trim() && !isStale) choose(chosen);
    else if (event.key === 'Escape') {
      setOpen(false);
      setTyped('');
      field.current?.blur();
      // The keyboard goes back to where it was called from.
      if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
      before.current = null;
    } else return;
    event.preventDefault();
  };
  return (
    <div className="find-box">
      <Icon name="search" />
      <input
        ref={field}
        role="combobox"
        aria-label={t('label')}
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        {...(isOpen && chosen !== undefined ? { 'aria-activedescendant': `${id}-${chosen.key}` } : {})}
        placeholder={t('placeholder')}
        value={typed}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onChange={(event) => {
          setTyped(event.target.value);
          setOpen(true);
        }}
        onCompositionStart={() => setComposes(true)}
        onCompositionEnd={() => setComposes(false)}
        onKeyDown={onKeyDown}
        {...(isOpen ? { 'data-takes-esc': '' } : {})}
      />
      {typed === '' && <span className="kbd">{t('key')}</span>}
      {isOpen && (
        <SearchList id={id} asked={asked} choices={choices} chosen={chosen} onChoose={choose} onPoint={setAt} />
      )}
    </div>
  );
}

/** The window's menu has the key for itself: it asks for the search by a command. */
function useMenuSearch(reach: () => void): void {
  const connection = useConnection();
  const latest = useRef(reach);
  useEffect(() => {
    latest.current = reach;
  });
  useEffect(
    () =>
      connection.subscribe('shell.command', ({ command }) => {
        if (command === 'search') latest.current();
      }),
    [connection],
  );
}

/** What to ask: a moment after the last key, never the letters of an unfinished word. */
function useAsked(typed: string) {
  const [asked, setAsked] = useState('');
  const [composes, setComposes] = useState(false);
  useEffect(() => {
    if (composes) return;
    const wait = setTimeout(() => setAsked(typed.trim()), typed === '' ? 0 : 90);
    return () => clearTimeout(wait);
  }, [typed, composes]);
  return { asked, setComposes };
}

function useChoices(
  asked: string,
  isOpen: boolean,
): { readonly choices: readonly Choice[]; readonly isStale: boolean } {
  const { data, isPlaceholderData } = useCall(
    'customers.find',
    { text: asked === '' ? '-' : asked, limit: mostHits },
    { enabled: isOpen && asked !== '' },
  );
  const lists = useLists(asked, isOpen);
  const commands = useCommands(asked);
  const hits = asked === '' ? [] : (data?.hits ?? []);
  const choices = [
    ...hits.map((hit): Choice => ({ key: `hit-${hit.id}`, hit })),
    ...lists.map((list): Choice => ({ key: `list-${list.name}`, list })),
    ...(asked === '' ? commands : commands.slice(0, mostCommands)).map(
      (command): Choice => ({ key: `command-${command.name}`, command }),
    ),
  ];
  return { choices, isStale: asked !== '' && (isPlaceholderData || data === undefined) };
}

function useChoose(done: () => void): (choice: Choice) => void {
  const [, navigate] = useLocation();
  const openAlone = useOpenList((state) => state.openAlone);
  return ({ hit, list, command }) => {
    done();
    list?.run();
    command?.run();
    if (hit !== undefined) {
      openAlone();
      navigate(`/customers/${hit.id}`);
    }
  };
}
