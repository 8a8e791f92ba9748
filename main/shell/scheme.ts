import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { protocol, type Session } from 'electron';
import { isPracticeMap, pagePath, schemeName, type OwnPage } from './pagePath';
import { readPracticeMap } from './practiceMap';

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/** Nothing is allowed that our pages do not need; `connect-src 'none'`: in a window they speak to main over their port alone. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
].join('; ');

/** Must run before the application is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: schemeName, privileges: { standard: true, secure: true, codeCache: true } },
  ]);
}

/** Where `servePages` finds what it serves. */
export interface PageFolders {
  /** The built pages: `${folder}/<page>/…`. */
  folder: string;
  /** Of the practice's data folder its own picture alone is served, and only to the kiosk; null: to nobody. */
  dataFolder: string | null;
}

/** Serves `page` to the windows of `session`, and no other page of ours. */
export function servePages(session: Session, page: OwnPage, { folder, dataFolder }: PageFolders): void {
  // The board's session outlives its window, and a scheme is handled once.
  if (session.protocol.isProtocolHandled(schemeName)) return;
  session.protocol.handle(schemeName, async (request) => {
    if (dataFolder !== null && request.method === 'GET' && isPracticeMap(request.url)) {
      const map = await readPracticeMap(dataFolder).catch(() => null);
      return map === null ? refusal(404) : reply(map.bytes, map.contentType);
    }
    const path = pagePath(folder, request.url, page);
    const contentType = path === null ? undefined : contentTypes[extname(path)];
    if (request.method !== 'GET' || path === null || contentType === undefined) return refusal(404);
    try {
      return reply(await readFile(path), contentType);
    } catch {
      return refusal(404);
    }
  });
}

function reply(bytes: Buffer, contentType: string): Response {
  return new Response(bytes, {
    headers: {
      'content-type': contentType,
      'content-security-policy': contentSecurityPolicy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    },
  });
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: { 'content-security-policy': contentSecurityPolicy } });
}
