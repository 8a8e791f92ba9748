import { useState } from 'react';
import { identityWords as words, interpreterNames, methodNames } from '../../../text/desk/applicationsIdentity';
import { Button } from '../../parts/Button';
import { CheckField } from '../../parts/CheckField';
import { Notice } from '../../parts/Notice';
import type { Offers } from '../acting/panelProps';
import { ChoiceField } from './ChoiceField';
import { interpreterOrder, methodOrder } from './orders';
import { Questions } from './Questions';
import { isToBeAskedAlone, missingParts, newVerification, verificationOf } from './verification';
import type { Verification } from './verification';

interface VerificationFormProps {
  offers: Offers;
  isBusy: boolean;
  /** It is about two people: whoever is verified is asked alone in any case. So unless said otherwise. */
  isForTwo?: boolean;
  onVerified: (verification: Verification) => void;
}

/** How somebody, the patient or who asks for them, showed who they are, and the two confirmations of NHS England. */
export function VerificationForm({ offers, isBusy, isForTwo = true, onVerified }: VerificationFormProps) {
  const [draft, setDraft] = useState(newVerification);
  const [hasTried, setTried] = useState(false);
  const missing = missingParts(draft, isForTwo);
  const change = (part: Partial<typeof draft>): void => setDraft((before) => ({ ...before, ...part }));
  return (
    <form
      className="desk-application__form"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        const verification = verificationOf(draft, isForTwo);
        if (verification !== null && !isBusy) onVerified(verification);
      }}
    >
      <ChoiceField
        legend={words.method}
        layout="row"
        choices={methodOrder.map((value) => ({
          value,
          label: methodNames[value].name,
          explained: methodNames[value].explained,
        }))}
        value={draft.method}
        onChange={(method) => change({ method })}
      />
      {draft.method === 'documents' ? (
        <>
          <div className="desk-application__documents">
            <ChoiceField
              legend={words.photo}
              layout="column"
              choices={offers.photoDocuments.map((kind) => ({ value: kind, label: kind }))}
              value={draft.photoDocument}
              onChange={(photoDocument) => change({ photoDocument })}
            />
            <ChoiceField
              legend={words.address(offers.addressWithinMonths)}
              layout="column"
              choices={offers.addressDocuments.map((kind) => ({ value: kind, label: kind }))}
              value={draft.addressDocument}
              onChange={(addressDocument) => change({ addressDocument })}
            />
          </div>
          <p className="desk-application__under desk-applications__small">{words.noNumbers}</p>
          {offers.photoDocuments.length === 0 || offers.addressDocuments.length === 0 ? (
            <Notice kind="warning">{words.noDocuments}</Notice>
          ) : null}
        </>
      ) : null}
      {draft.method === 'vouching' ? (
        <ul className="desk-application__hints">
          <li>{words.vouch}</li>
          <li>{words.vouchPresent}</li>
        </ul>
      ) : null}
      {draft.method === 'vouchingWithRecord' ? <Questions /> : null}
      <ChoiceField
        legend={words.interpreter}
        layout="row"
        choices={interpreterOrder.map((value) => ({ value, label: interpreterNames[value] }))}
        value={draft.interpreter}
        onChange={(interpreter) => change({ interpreter })}
      />
      {draft.interpreter === 'relative' ? <p className="desk-application__note">{words.relativeNote}</p> : null}
      <div className="desk-application__checks">
        {isForTwo ? null : (
          <CheckField
            label={words.companion}
            isChecked={draft.hasCompanion}
            onChange={(hasCompanion) => change({ hasCompanion })}
          />
        )}
        {isToBeAskedAlone(draft, isForTwo) ? (
          <CheckField
            label={words.alone}
            isChecked={draft.wasAskedAlone}
            onChange={(wasAskedAlone) => change({ wasAskedAlone })}
          />
        ) : null}
      </div>
      <div className="desk-application__confirm">
        <div className="desk-application__checks" role="group" aria-label={words.confirm}>
          <CheckField
            label={words.isThePerson}
            isChecked={draft.isThePerson}
            onChange={(isThePerson) => change({ isThePerson })}
          />
          <CheckField
            label={words.isTheRecord}
            isChecked={draft.isTheRecord}
            onChange={(isTheRecord) => change({ isTheRecord })}
          />
        </div>
        <Button kind="primary" isSubmit isDisabled={isBusy}>
          {words.verified}
        </Button>
      </div>
      {hasTried && missing.length > 0 ? (
        <div ref={bringIntoView}>
          <Notice kind="warning" title={words.missingTitle}>
            <ul className="desk-application__hints">
              {missing.map((part) => (
                <li key={part}>{words.missing[part]}</li>
              ))}
            </ul>
          </Notice>
        </div>
      ) : null}
    </form>
  );
}

/** The page may be longer than the screen. */
function bringIntoView(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: 'nearest' });
}
