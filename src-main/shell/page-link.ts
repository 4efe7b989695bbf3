/** Joins the page to the ledger host: one channel for each load of the page and each run of the host. The shell sees no data pass. */

import { ipcMain, MessageChannelMain, type WebContents } from 'electron';
import type { EventDetail, EventName } from '../../src-shared/contract/events.ts';
import { channels } from './channels.ts';
import type { HostProcess } from './host-process.ts';
import { isOwnSender } from './security.ts';

export interface PageLink {
  emit<Name extends EventName>(name: Name, detail: EventDetail<Name>): void;
  hostIsUp(again: boolean): void;
  hostIsDown(): void;
  /** Resolves when the page's preload has asked for its link, that is, when it hears events. */
  readonly present: Promise<void>;
}

export function pageLink(contents: WebContents, host: () => HostProcess): PageLink {
  const { promise: present, resolve: arrive } = Promise.withResolvers<void>();
  let wanted = false;
  const connect = (): void => {
    const { port1, port2 } = new MessageChannelMain();
    host().attachPage(port1);
    contents.postMessage(channels.port, null, [port2]);
  };
  const tell = (channel: string, ...values: readonly unknown[]): void => {
    if (!contents.isDestroyed()) contents.send(channel, ...values);
  };
  ipcMain.on(channels.attach, (event) => {
    if (event.sender !== contents || !isOwnSender(event)) return;
    wanted = true;
    arrive();
    if (host().isUp()) connect();
  });
  const emit: PageLink['emit'] = (name, detail) => tell(channels.event, name, detail);
  return {
    present,
    emit,
    hostIsUp: (again) => {
      if (!wanted || contents.isDestroyed()) return;
      connect();
      if (again) emit('ledger.restarted', {});
    },
    hostIsDown: () => tell(channels.down),
  };
}
