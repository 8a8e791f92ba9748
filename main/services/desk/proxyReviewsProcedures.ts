import { callerOf } from './caller';
import type { DeskProcedures } from './deskProcedures';
import type { ProxyReviews, ReviewActed } from './proxyReviews';

/** The errors of the contract by which something done with a review is refused. */
interface ReviewErrors {
  CHANGED(error: { data: { by: string | null; at: string } }): Error;
  GONE(): Error;
}

/** Reviews of access to a child's account: the list, what is done with them, and the letters. */
export function proxyReviewsProcedures(
  { proxyReviews: os }: Pick<DeskProcedures, 'proxyReviews'>,
  { proxyReviews }: { proxyReviews: ProxyReviews },
) {
  return {
    list: os.list.handler(() => proxyReviews.list()),
    confirmSafe: os.confirmSafe.handler(async ({ input, context, errors }) =>
      answer(await proxyReviews.confirmSafe(callerOf(context), input), errors),
    ),
    finish: os.finish.handler(async ({ input, context, errors }) =>
      answer(await proxyReviews.finish(callerOf(context), input), errors),
    ),
    letters: os.letters.handler(async ({ input, context, errors }) => {
      const made = await proxyReviews.letters(callerOf(context), input.reviewId);
      if (made === 'gone') throw errors.GONE();
      if (made === 'notSafe') throw errors.NOT_SAFE();
      return { fileName: made.fileName, pdf: Buffer.from(made.pdf).toString('base64') };
    }),
  };
}

function answer(acted: ReviewActed, errors: ReviewErrors): Record<never, never> {
  switch (acted.kind) {
    case 'done':
      return {};
    case 'gone':
      throw errors.GONE();
    case 'changed':
      throw errors.CHANGED({ data: { by: acted.by, at: acted.at } });
  }
}
