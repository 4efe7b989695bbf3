/** What the page finds on `window` inside the Electron shell. In the preview it is absent. */

import type { Bridge } from '../../src-shared/link/bridge.ts';

declare global {
  interface Window {
    readonly regulars?: Bridge<File>;
  }
}
