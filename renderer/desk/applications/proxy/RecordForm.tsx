import { useState } from 'react';
import type { FormEvent } from 'react';
import type { Basis } from '../../../../preload/contract/desk/applications';
import { relationshipSchema, services } from '../../../../preload/contract/signUp';
import { ageOn } from '../../../../preload/contract/rules/ages';
import { basesFor } from '../../../../preload/contract/rules/proxyBases';
import type { Relationship, Service } from '../../../../preload/contract/signUp';
import { decidedServices } from '../../../text/desk/applicationsDecision';
import { identityWords } from '../../../text/desk/applicationsIdentity';
import { relationshipNames } from '../../../text/desk/applicationsPage';
import { basisWords, proxyWords as words } from '../../../text/desk/proxy';
import { Button } from '../../parts/Button';
import { CheckField } from '../../parts/CheckField';
import { Notice } from '../../parts/Notice';
import { SelectField } from '../../parts/SelectField';
import { ChoiceField } from '../identity/ChoiceField';
import type { PanelProps } from '../acting/panelProps';
import { useAct } from '../acting/useAct';
import { useToday } from '../acting/useToday';

const relationships = relationshipSchema.options.map((value) => ({ value, label: relationshipNames[value] }));

/** Relationship, basis and scope of somebody's access to another person's account; never what was seen for it. */
export function RecordForm({ onCancel, ...props }: PanelProps & { onCancel: (() => void) | null }) {
  const { application, client } = props;
  const { dateOfBirth, asker, decisions, proxy } = application;
  const { run, isBusy } = useAct(props);
  const bases = basesFor(ageOn(dateOfBirth, useToday()));
  const asked = services.filter((service) => decisions[service] !== undefined);
  const [relationship, setRelationship] = useState<Relationship>(proxy?.relationship ?? asker?.relationship ?? 'other');
  const [chosen, setBasis] = useState<Basis | null>(proxy?.basis ?? null);
  // What was recorded may not hold any more: parental responsibility ends at 16.
  const basis = chosen !== null && bases.includes(chosen) ? chosen : null;
  const [scope, setScope] = useState<readonly Service[]>(proxy?.scope ?? asked);
  const [isTried, setTried] = useState(false);

  const send = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (basis === null || scope.length === 0) return;
    const isDone = await run((key) =>
      client.applications.recordProxy({ ...key, relationship, basis, scope: [...scope] }),
    );
    if (isDone) onCancel?.();
  };
  const missing = [basis === null ? words.noBasis : '', scope.length === 0 ? words.noScope : ''].filter(
    (one) => one !== '',
  );

  return (
    <form className="desk-proxy__form" noValidate onSubmit={(event) => void send(event)}>
      <SelectField
        label={words.relationship}
        options={relationships}
        value={relationship}
        onChange={(value) => setRelationship(relationshipSchema.parse(value))}
      />
      <ChoiceField
        legend={words.basis}
        layout="column"
        choices={bases.map((value) => ({
          value,
          label: basisWords[value].name,
          explained: basisWords[value].see,
        }))}
        value={basis}
        onChange={setBasis}
      />
      <fieldset className="desk-proxy__group">
        <legend className="desk-field__label">{words.scope}</legend>
        <p className="desk-field__hint">{words.scopeHint}</p>
        {asked.map((service) => (
          <CheckField
            key={service}
            label={decidedServices[service]}
            isChecked={scope.includes(service)}
            onChange={(isChecked) =>
              setScope(asked.filter((one) => (one === service ? isChecked : scope.includes(one))))
            }
          />
        ))}
      </fieldset>
      <div className="desk-proxy__buttons">
        <Button kind="primary" isSubmit isDisabled={isBusy}>
          {words.recordDo}
        </Button>
        {onCancel === null ? null : <Button onPress={onCancel}>{words.cancel}</Button>}
      </div>
      {isTried && missing.length > 0 ? (
        <Notice kind="warning" title={identityWords.missingTitle}>
          <ul className="desk-application__hints">
            {missing.map((part) => (
              <li key={part}>{part}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </form>
  );
}
