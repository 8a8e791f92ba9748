import type { ApplicationDetail } from '../../../../preload/contract/desk/applications';
import { services } from '../../../../preload/contract/signUp';
import { decisionNames, serviceNames } from '../../../text/desk/applications';
import { interpreterNames, methodNames } from '../../../text/desk/applicationsIdentity';
import { pageWords as words, taskOutcomeNames } from '../../../text/desk/applicationsPage';

interface Done {
  what: string;
  by: string;
  at: string;
}

/** What was done, by whom and when. */
export function DoneSoFar({ application }: { application: ApplicationDetail }) {
  const done = doneOf(application);
  return (
    <section className="desk-application__done">
      <h3 className="desk-application__blockTitle">{words.done}</h3>
      {done.length === 0 ? <p className="desk-applications__small">{words.nothingDone}</p> : null}
      <ol>
        {done.map(({ what, by, at }) => (
          <li key={`${what} ${at}`}>
            <b>{what}</b> <span className="desk-applications__small">{words.doneBy(by, at)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

const names = words.doneNames;

/** In the order it was done. */
export function doneOf(application: ApplicationDetail): Done[] {
  const { verification, askerVerification, decidedBy, decisions, task } = application;
  const steps: (Done | null)[] = [
    stepOf(names.talked, application.talked),
    stepOf(verification === null ? '' : names.verified(howOf(verification)), verification),
    stepOf(askerVerification === null ? '' : names.askerVerified(howOf(askerVerification)), askerVerification),
    stepOf(names.proxy, application.proxy),
    stepOf(names.competence, application.competence),
    stepOf(names.consent, application.consent),
    stepOf(names.agreed, application.agreedAtDesk),
    ...services.map((service) =>
      stepOf(
        names.decided(serviceNames[service], decisionNames[decisions[service] ?? 'pending']),
        decidedBy[service] ?? null,
      ),
    ),
    stepOf(names.account, application.account),
    stepOf(names.recordOff, application.recordOff),
    stepOf(names.slip, application.slip),
    stepOf(names.handedOver, application.handedOver),
    stepOf(task === null ? '' : names.task(taskOutcomeNames[task.outcome]), task),
  ];
  return steps
    .filter((step) => step !== null)
    .sort((one, other) => (one.at < other.at ? -1 : one.at > other.at ? 1 : 0));
}

function stepOf(what: string, done: { by: string; at: string } | null): Done | null {
  return done === null ? null : { what, by: done.by, at: done.at };
}

/** Method, kinds of document, who helped with the language: all that is kept of it. */
function howOf(verification: NonNullable<ApplicationDetail['verification']>): string {
  const { method, photoDocument, addressDocument, interpreter } = verification;
  const documents = [photoDocument, addressDocument].filter((kind) => kind !== null);
  return [
    documents.length === 0 ? methodNames[method].name.toLowerCase() : documents.join(' and '),
    interpreter === 'none' ? '' : words.withInterpreter(interpreterNames[interpreter].toLowerCase()),
  ]
    .filter((part) => part !== '')
    .join(', ');
}
