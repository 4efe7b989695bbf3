/** Draws a part inside what every page has: texts in Chinese, antd's context, and a connection served in the same process. */

import { type RenderResult, render } from '@testing-library/react';
import { App } from 'antd';
import type { ReactNode } from 'react';
import { I18nextProvider } from 'react-i18next';
import type { Connection } from '../../src-renderer/link/connection.ts';
import { ConnectionProvider } from '../../src-renderer/link/connection-context.tsx';
import { type Language, startTexts } from '../../src-renderer/texts/texts.ts';
import { contract } from '../../src-shared/contract/index.ts';
import { clientOver } from '../../src-shared/link/client.ts';
import { directLink } from '../../src-shared/link/direct-link.ts';
import { type Handler, type Server, serveOver } from '../../src-shared/link/serve.ts';

export interface Served {
  readonly connection: Connection;
  readonly server: Server;
}

/** The real link and its checks, over handlers of the test. */
export function servedBy(handlers: Readonly<Record<string, Handler>>): Served {
  const { a, b } = directLink();
  const server = serveOver(b, { methods: contract, handlers, checkResults: true, onBug: () => 'test' });
  const client = clientOver(a);
  const connection: Connection = {
    call: (method, params) => client.call(method, params),
    subscribe: (name, listener) => client.subscribe(name, listener),
    ticketFor: async (file) => ({ ticket: file.name, name: file.name, bytes: file.size }),
  };
  return { connection, server };
}

export function inPage(
  node: ReactNode,
  options: { readonly connection?: Connection; readonly language?: Language } = {},
): RenderResult {
  const connection = options.connection ?? servedBy({}).connection;
  return render(
    <I18nextProvider i18n={startTexts(options.language ?? 'zh-CN')}>
      <ConnectionProvider connection={connection}>
        <App component={false}>{node}</App>
      </ConnectionProvider>
    </I18nextProvider>,
  );
}
