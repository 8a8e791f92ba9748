import type { FastifyRequest } from 'fastify';

/** Below these paths procedures are called; everything else is a page, its parts, or the authority. */
const callPath = /^\/(desk|board)\/rpc(?=[/?]|$)/;
/** Nothing encoded and nothing after it: what is counted here by its name must be what the router finds under it. */
const procedurePath = /^\/(desk|board)\/rpc(\/[A-Za-z0-9_-]+)+$/;

export interface Refusal {
  status: 403 | 404;
  kind: 'host' | 'method' | 'path' | 'contentType' | 'origin';
}

/** The host and port that the browser asked for, as it wrote them. */
export function hostAsked(request: FastifyRequest): string {
  const authority = request.raw.headers[':authority'] ?? request.raw.headers.host;
  return typeof authority === 'string' ? authority.toLowerCase() : '';
}

/** The host name or IP address of what `hostAsked` gives, without port and brackets. */
export function hostNameOf(host: string): string {
  return /^(?:\[([\da-f:.]+)\]|([^[\]:]+))(?::\d{1,5})?$/.exec(host)?.slice(1).find(Boolean) ?? '';
}

export const isCall = (request: FastifyRequest): boolean => callPath.test(request.raw.url ?? '');

/**
 * Why a request is not answered, or null.
 * - A host that is not ours: a foreign page made its own name point here (DNS rebinding).
 * - A call from a page of another origin, or one that a plain form could send (cross-site request forgery).
 * @param isOurs whether a host name or IP address is this machine.
 */
export function refusalOf(request: FastifyRequest, isOurs: (host: string) => boolean): Refusal | null {
  const host = hostAsked(request);
  if (!isOurs(hostNameOf(host))) return { status: 403, kind: 'host' };
  if (!isCall(request)) return null;
  if (request.method !== 'POST') return { status: 403, kind: 'method' };
  if (request.headers.origin?.toLowerCase() !== `https://${host}`) return { status: 403, kind: 'origin' };
  if (!/^application\/json(;\s*charset=utf-8)?$/i.test(request.headers['content-type'] ?? '')) {
    return { status: 403, kind: 'contentType' };
  }
  return procedurePath.test(request.raw.url ?? '') ? null : { status: 404, kind: 'path' };
}
