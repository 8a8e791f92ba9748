import { useState } from 'react';
import type { ReactNode } from 'react';
import type { ApplicationDetail } from '../../../../preload/contract/desk/applications';
import { services } from '../../../../preload/contract/signUp';
import { decidedServices } from '../../../text/desk/applicationsDecision';
import { endedNames } from '../../../text/desk/applications';
import { needsOf, pageWords as words, relationshipNames } from '../../../text/desk/applicationsPage';
import { startOf } from '../../../text/desk/times';
import { Button } from '../../parts/Button';
import { copyText } from '../../arrivals/copyText';
import { Notice } from '../../parts/Notice';
import { contactFields, personFields } from './fields';
import type { Field } from './fields';
import { Statements } from './Statements';

interface DetailsProps {
  application: ApplicationDetail;
  onOpen: (applicationId: string) => void;
}

/** What was given at the kiosk, to be compared with the record and copied field by field: nothing is typed twice. */
export function Details({ application, onOpen }: DetailsProps) {
  const [said, setSaid] = useState('');
  const { asker, contact, needs, others, appointment, whose } = application;
  async function copy({ label, copied }: Field): Promise<void> {
    setSaid((await copyText(copied)) ? words.copied(label) : words.notCopied(copied));
  }
  const asked = services.filter((service) => application.decisions[service] !== undefined);
  return (
    <div className="desk-application__details">
      {asker === null ? null : (
        <Block title={words.asker}>
          <Fields fields={personFields({ ...asker, nhsNumber: null, address: null }, null)} onCopy={copy} />
          <dl className="desk-application__fields">
            <Line label={words.relationship}>{relationshipNames[asker.relationship]}</Line>
          </dl>
          <Contact contact={asker.contact} onCopy={copy} />
        </Block>
      )}
      <Block title={asker === null ? words.person : words.patient}>
        <Fields fields={personFields(application, application.age)} onCopy={copy} />
        {contact === null ? null : <Contact contact={contact} onCopy={copy} />}
      </Block>
      {asked.length === 0 && whose === null && needs === null && appointment === null ? null : (
        <Block title={words.wishes}>
          <dl className="desk-application__fields">
            {asked.length === 0 ? null : (
              <Line label={words.services}>{asked.map((service) => decidedServices[service]).join(', ')}</Line>
            )}
            {whose === null ? null : <Line label={words.account}>{words.whose[whose]}</Line>}
            {needs === null ? null : (
              <Line label={words.needs}>{needs.kinds.length === 0 ? words.noNeeds : needsOf(needs).join(', ')}</Line>
            )}
            {appointment === null ? null : <Line label={words.appointment}>{startOf(appointment)}</Line>}
          </dl>
          <Statements agreed={application.agreed} />
        </Block>
      )}
      {others.length === 0 ? null : (
        <Block title={words.others}>
          <ul className="desk-application__others">
            {others.map(({ applicationId, reference, sentAt, ended }) => (
              <li key={applicationId}>
                <Button kind="quiet" isSmall onPress={() => onOpen(applicationId)}>
                  {reference}
                </Button>
                {words.otherOf(sentAt, ended === null ? words.stillOpen : endedNames[ended])}
              </li>
            ))}
          </ul>
        </Block>
      )}
      <p className="desk-application__copied" role="status">
        {said}
      </p>
    </div>
  );
}

function Block({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="desk-application__block">
      <h3 className="desk-application__blockTitle">{title}</h3>
      {children}
    </section>
  );
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="desk-application__field">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface FieldsProps {
  fields: readonly Field[];
  onCopy: (field: Field) => Promise<void>;
}

function Fields({ fields, onCopy }: FieldsProps) {
  return (
    <dl className="desk-application__fields">
      {fields.map((field) => (
        <Line key={field.label} label={field.label}>
          <span className="desk-application__value">{field.shown}</span>
          {field.copied === '' ? null : (
            <Button kind="quiet" isSmall label={words.copyOf(field.label)} onPress={() => void onCopy(field)}>
              {words.copy}
            </Button>
          )}
        </Line>
      ))}
    </dl>
  );
}

/** How they may be written to. What is not safe cannot be copied, so that nothing is sent there by habit. */
function Contact({
  contact,
  onCopy,
}: Pick<FieldsProps, 'onCopy'> & { contact: NonNullable<ApplicationDetail['contact']> }) {
  const isUnsafe = contact.isSafe === false;
  return (
    <>
      {isUnsafe ? (
        <Notice kind="warning" title={words.notSafe}>
          {words.notSafeLead}
        </Notice>
      ) : null}
      <div className={isUnsafe ? 'desk-application__unsafe' : undefined}>
        <Fields fields={contactFields(contact)} onCopy={onCopy} />
      </div>
    </>
  );
}
