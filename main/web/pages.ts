import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Surface } from './calls';

const surfaces: readonly Surface[] = ['desk', 'board'];

/** The built pages below `/desk/` and `/board/`, as they stand in `folder`. Their parts have a new name with each change and may be kept; the pages may not. */
export async function servePages(app: FastifyInstance, folder: string): Promise<void> {
  for (const surface of surfaces) {
    // One after the other: the first of them lends the others what it adds to every reply.
    // oxlint-disable-next-line no-await-in-loop
    await app.register(fastifyStatic, {
      root: join(folder, surface),
      prefix: `/${surface}/`,
      decorateReply: surface === surfaces[0],
      index: 'index.html',
      redirect: false,
      dotfiles: 'ignore',
      cacheControl: false,
      setHeaders(reply, path) {
        const isPart = path.includes(`${sep}assets${sep}`);
        void reply.header('cache-control', isPart ? 'public, max-age=31536000, immutable' : 'no-store');
      },
    });
    // Pages name their parts from where they stand: `./assets/…` below `/desk/`.
    app.get(`/${surface}`, (_request, reply) => reply.redirect(`/${surface}/`));
  }
  app.get('/', (_request, reply) => reply.redirect('/desk'));
}
