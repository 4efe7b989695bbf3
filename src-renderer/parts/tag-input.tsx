/** A field for the name of a tag: those there are are offered, a new one is typed. While an input method composes, its keys are its own. */

import { AutoComplete } from 'antd';
import { useRef } from 'react';

/** As long as a tag's name may be. */
const LONGEST = 30;

export interface TagInputProps {
  /** As soon as it is there. */
  readonly takesFocus?: boolean;
  readonly className?: string;
  readonly size?: 'small' | 'middle';
  readonly label: string;
  readonly placeholder: string;
  readonly text: string;
  readonly known: readonly string[];
  readonly onText: (text: string) => void;
  /** One that there is was chosen from those offered. */
  readonly onPick?: (name: string) => void;
  /** Enter, with what is typed. */
  readonly onEnter: () => void;
  readonly onEscape?: () => void;
  readonly onBlur?: () => void;
}

export function TagInput(props: TagInputProps) {
  const {
    takesFocus = false,
    className,
    size = 'middle',
    label,
    placeholder,
    text,
    known,
    onText,
    onPick,
    onEnter,
  } = props;
  const { onEscape, onBlur } = props;
  const picked = useRef(false);
  const wanted = text.trim().toLowerCase();
  return (
    <AutoComplete
      {...(className === undefined ? {} : { className })}
      {...(onBlur === undefined ? {} : { onBlur })}
      autoFocus={takesFocus}
      size={size}
      aria-label={label}
      placeholder={placeholder}
      defaultActiveFirstOption={false}
      maxLength={LONGEST}
      value={text}
      // One that is typed out needs no offer over what stands below.
      options={known
        .filter((name) => name !== text.trim() && name.toLowerCase().includes(wanted))
        .map((value) => ({ value }))}
      onChange={onText}
      onSelect={(name: string) => {
        picked.current = true;
        onPick?.(name);
      }}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Escape' && onEscape !== undefined) {
          event.stopPropagation();
          onEscape();
        }
        if (event.key !== 'Enter') return;
        // Enter on one of those offered chooses it, and is told by onSelect.
        picked.current = false;
        setTimeout(() => {
          if (!picked.current) onEnter();
        }, 0);
      }}
    />
  );
}
