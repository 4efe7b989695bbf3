/** Keys of a page or part while it is shown. Ignored while an input method composes; plain keys also where a field takes them. */

import { useEffect, useRef } from 'react';
import { tinykeys } from 'tinykeys';

/** 'F8', '$mod+Enter', '/' … → what to do. Return false to let the key go on. */
export type KeyMap = Readonly<Record<string, (event: KeyboardEvent) => unknown>>;

/** True in a field, where keys belong to the text. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}

/** A field without text: nothing in it could be taken back but by the page. */
export function isChoice(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && ['radio', 'checkbox'].includes(target.type);
}

/** What a radio button or checkbox does something with itself; every other key is free for the page, also just after a click on it. */
const keysOfChoice = new Set([' ', 'Enter', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']);

function belongsToField({ target, key }: KeyboardEvent): boolean {
  return isChoice(target) ? keysOfChoice.has(key) : isTyping(target);
}

function isIgnored(event: KeyboardEvent): boolean {
  if (event.isComposing || event.keyCode === 229) return true;
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !/^F\d+$/.test(event.key);
  return isPlain && event.key !== 'Escape' && belongsToField(event);
}

/** An open dialog or menu takes Esc for itself. */
function isTaken(event: KeyboardEvent): boolean {
  if (event.defaultPrevented) return true;
  return (
    event.key === 'Escape' && document.querySelector('.ant-modal-wrap:not([style*="none"]), [data-takes-esc]') !== null
  );
}

export function useKeys(keys: KeyMap): void {
  const latest = useRef(keys);
  useEffect(() => {
    latest.current = keys;
  });
  const names = Object.keys(keys).join(' ');
  useEffect(() => {
    const bindings = Object.fromEntries(
      names
        .split(' ')
        .filter(Boolean)
        .map((name) => [
          name,
          (event: KeyboardEvent) => {
            if (isTaken(event)) return;
            if (latest.current[name]?.(event) !== false) event.preventDefault();
          },
        ]),
    );
    return tinykeys(window, bindings, { ignore: isIgnored });
  }, [names]);
}
