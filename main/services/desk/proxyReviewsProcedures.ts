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
      if (made.kind === 'notSafe') throw errors.NOT_SAFE();
      if (made.kind !== 'paper') throw refusal(made, errors);
      const { fileName, pdf } = made.paper;
      return { fileName, pdf: Buffer.from(pdf).toString('base64') };
    }),
  };
}

function answer(acted: ReviewActed, errors: ReviewErrors): Record<never, never> {
  if (acted.kind !== 'done') throw refusal(acted, errors);
  return {};
}

function refusal(acted: Exclude<ReviewActed, { kind: 'done' }>, errors: ReviewErrors): Error {
  if (acted.kind === 'gone') return errors.GONE();
  return errors.CHANGED({ data: { by: acted.by, at: acted.at } });
}
