/** Everything the shell refuses, each refusal a function with the reason why. Called from main before the first window exists. */

import { app, type Session, type WebContents, type WebFrameMain, type WebPreferences } from 'electron';
import { isOwnAddress, ownOrigin } from './own-address.ts';

/** True when a message comes from the top frame of one of our pages: a frame inside it, or a strange page, has no say. */
export function isOwnSender(event: {
  readonly sender: WebContents;
  readonly senderFrame: WebFrameMain | null;
}): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame === event.sender.mainFrame && isOwnAddress(frame.url);
}

/** What every page runs with: no Node, its own world apart from the preload's, Chromium's sandbox around the process. */
export function guardedPreferences(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    // Its dictionaries would be downloaded.
    spellcheck: false,
    // A person at the installed program has no use for them; someone who was talked into opening them might.
    devTools: !app.isPackaged,
  };
}

/** A page that leaves our own address could ask the preload for the ledger. */
export function refuseNavigation(contents: WebContents): void {
  const stay = (event: { preventDefault(): void; readonly url: string }): void => {
    if (!isOwnAddress(event.url)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', stay);
  // Going to about:blank asks nobody. Such a page has no say (isOwnSender), and is left at once.
  contents.on('did-navigate', (_event, address) => {
    if (!isOwnAddress(address)) void contents.loadURL(`${ownOrigin}/`);
  });
}

/** A second window would be one we did not set up; the program has one. */
export function refuseNewWindows(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** A webview is a browser inside the page, with preferences the page chooses. */
export function refuseWebviews(contents: WebContents): void {
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/** Nothing here needs a camera, a place, a device or a notification asked for by a page; copying goes through `shell.copy`. */
export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
}

/** Files are written where a person said in a dialog, never into a downloads folder. */
export function refuseDownloads(session: Session): void {
  session.on('will-download', (event) => event.preventDefault());
}

/** "Never talks to a network" is kept here: every request that is not for our own files is cancelled. */
export function refuseNetwork(session: Session): void {
  const inMemory = ['blob:', 'data:'];
  const devTools = app.isPackaged ? [] : ['devtools:'];
  session.webRequest.onBeforeRequest((details, decide) => {
    const harmless = [...inMemory, ...devTools].some((scheme) => details.url.startsWith(scheme));
    decide({ cancel: !harmless && !isOwnAddress(details.url) });
  });
}

/** A name that is looked up, or a proxy that is asked, is already a word to the outside. Before the app is ready. */
export function refuseNameLookups(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('no-proxy-server');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('dns-prefetch-disable');
}

/** WebRTC sends packets past every request filter. */
export function refusePeerConnections(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** Whoever may start the released program with a debugging port may read the customers over it. True when it must not start. */
export function refuseDebuggers(): boolean {
  if (__TEST_DOORS__) return false;
  return ['remote-debugging-port', 'remote-debugging-pipe', 'inspect', 'inspect-brk', 'js-flags'].some((name) =>
    app.commandLine.hasSwitch(name),
  );
}

/** Puts the refusals on everything that will ever show a page. */
export function refuseAll(session: Session): void {
  refusePermissions(session);
  refuseDownloads(session);
  refuseNetwork(session);
  app.on('web-contents-created', (_event, contents) => {
    refuseNavigation(contents);
    refuseNewWindows(contents);
    refuseWebviews(contents);
    refusePeerConnections(contents);
  });
}
