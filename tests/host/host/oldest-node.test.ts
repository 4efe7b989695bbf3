/** A Node that would crash is told so in words. */

import { expect, test } from 'vitest';
import { problemOfNode } from '../../../src-main/host/oldest-node.ts';

test('a Node before 22 is refused by name, later ones are not', () => {
  expect(problemOfNode('20.20.2')).toMatchObject({ code: 'node-too-old', details: { version: '20.20.2' } });
  expect([problemOfNode('22.0.0'), problemOfNode('24.21.0')]).toEqual([null, null]);
});
