/** Whose a key is: the page's, or of the field that the cursor stands in. */

import { fireEvent, screen } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { useKeys } from '../../../src-renderer/parts/use-keys.ts';
import { inPage } from '../in-page.tsx';

const pressed = vi.fn<(key: string) => void>();

function Page() {
  useKeys({ s: () => pressed('s'), ArrowRight: () => pressed('right'), F8: () => pressed('F8') });
  return (
    <>
      <input type="text" aria-label="text" />
      <input type="radio" aria-label="choice" />
      <p>page</p>
    </>
  );
}

beforeEach(() => {
  pressed.mockReset();
  inPage(<Page />);
});

const press = (target: HTMLElement, key: string): void => void fireEvent.keyDown(target, { key, code: key });

test('in a text every plain key is the text’s, function keys are the page’s', () => {
  const text = screen.getByLabelText('text');
  press(text, 's');
  press(text, 'ArrowRight');
  press(text, 'F8');
  expect(pressed.mock.calls).toEqual([['F8']]);
});

test('a switch just clicked takes the arrows, and leaves letters to the page', () => {
  const choice = screen.getByLabelText('choice');
  press(choice, 'ArrowRight');
  press(choice, 's');
  expect(pressed.mock.calls).toEqual([['s']]);
});

test('elsewhere every key is the page’s', () => {
  press(screen.getByText('page'), 'ArrowRight');
  expect(pressed.mock.calls).toEqual([['right']]);
});
