import { app, Menu, type Session, type WebContents } from 'electron';
import type { Log } from '../services/ports';
import { originOf, schemeName, type OwnPage } from './pagePath';

/** Denies everything our pages do not need, for every page there will ever be (design §9). */
export function denyByDefault(log: Log): void {
  // Electron's own menu would bring its keys with it: reload, zoom, developer tools, quit.
  Menu.setApplicationMenu(null);
  // A page that preconnects or speaks WebRTC over TCP is not asked by any handler below: no address leads anywhere.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.on('web-contents-created', (_event, contents) => {
    denyInPage(contents, log);
  });
  app.on('session-created', (session) => {
    denyInSession(session, log);
  });
}

function denyInPage(contents: WebContents, log: Log): void {
  const deny = (kind: string) => (event: { preventDefault(): void }) => {
    event.preventDefault();
    log.warn('page.denied', { kind });
  };
  contents.on('will-navigate', deny('navigation'));
  contents.on('will-frame-navigate', deny('frameNavigation'));
  contents.on('will-redirect', deny('redirect'));
  contents.on('will-attach-webview', deny('webview'));
  contents.on('will-prevent-unload', (event) => {
    // A page may not hold itself open: prevented default means "unload all the same".
    event.preventDefault();
  });
  // Its datagrams would pass every other wall: content security policies do not know WebRTC.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.setWindowOpenHandler(() => {
    log.warn('page.denied', { kind: 'newWindow' });
    return { action: 'deny' };
  });
  contents.on('context-menu', (event) => {
    event.preventDefault();
  });
  contents.on('login', (event) => {
    event.preventDefault();
  });
  contents.on('select-bluetooth-device', (event, _devices, choose) => {
    event.preventDefault();
    choose('');
  });
}

function denyInSession(session: Session, log: Log): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => {
    log.warn('page.denied', { kind: `permission:${permission}` });
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler(null);
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event) => {
    event.preventDefault();
    log.warn('page.denied', { kind: 'download' });
  });
  session.webRequest.onBeforeRequest((details, answer) => {
    const isOurs = details.url.startsWith(`${schemeName}://`);
    if (!isOurs) log.warn('page.denied', { kind: 'request' });
    answer({ cancel: !isOurs });
  });
}

/**
 * The one thing a page may be given on top: `page` of `session` may write plain text to the clipboard. The desk copies what is typed into the
 * clinical system; it may not read what lies there.
 */
export function allowCopying(session: Session, page: OwnPage, log: Log): void {
  const isCopying = (permission: string): boolean => permission === 'clipboard-sanitized-write';
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const isAllowed =
      isCopying(permission) && details.isMainFrame && details.requestingUrl.startsWith(`${originOf(page)}/`);
    if (!isAllowed) log.warn('page.denied', { kind: `permission:${permission}` });
    answer(isAllowed);
  });
  session.setPermissionCheckHandler(
    (_contents, permission, origin) => isCopying(permission) && origin.replace(/\/$/, '') === originOf(page),
  );
}
