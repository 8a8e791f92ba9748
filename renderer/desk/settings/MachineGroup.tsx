import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { MachineSettingsForm } from '../../../preload/contract/desk/settings';
import { editorWords, settingsWords } from '../../text/desk/settings';
import { machineWords } from '../../text/desk/settingsMachine';
import type { MachineName } from '../../text/desk/settingsMachine';
import type { RuleWords } from '../../text/desk/settingsRules';
import type { DeskClient } from '../deskClient';
import { Button } from '../parts/Button';
import { CheckField } from '../parts/CheckField';
import { FailureNotice } from '../parts/FailureNotice';
import { FieldFrame } from '../parts/FieldFrame';
import { Notice } from '../parts/Notice';
import { SelectField } from '../parts/SelectField';
import { TextField } from '../parts/TextField';
import { useAsk } from '../parts/useAsk';
import { CertificatePassphrase } from './CertificatePassphrase';
import { PrinterCards } from './PrinterCards';
import { problemsIn } from './problems';
import { isSame, numberFrom, shownNumber } from './values';

export type MachineDraft = { readonly [Name in MachineName]?: unknown };

interface MachineGroupProps {
  client: DeskClient;
  machine: MachineSettingsForm;
  draft: MachineDraft;
  sites: readonly string[];
  interfaces: readonly { name: string; address: string }[];
  onDraft: (draft: MachineDraft) => void;
  /** Saved: read everything anew. */
  onSaved: () => Promise<void>;
}

/** What belongs to this machine alone, saved by itself. */
export function MachineGroup(props: MachineGroupProps) {
  const { client, machine, draft, sites, interfaces, onDraft, onSaved } = props;
  const siteId = useId();
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [isSaved, setIsSaved] = useState(false);
  const { ask, isBusy, failure, clear } = useAsk();
  const shown: Record<MachineName, unknown> = { ...machine, ...draft };
  const count = Object.keys(draft).length;

  const set = (name: MachineName, value: unknown) => {
    setIsSaved(false);
    const { [name]: _before, ...rest } = draft;
    onDraft(isSame(machine[name], value) ? rest : { ...rest, [name]: value });
  };
  const discard = () => {
    onDraft({});
    setProblems([]);
    clear();
  };
  const save = async () => {
    setProblems([]);
    const answer = await ask(async () => {
      try {
        // What is no port is refused by the contract without a word: it is said here.
        if (!isPort(shown.deskPort)) return [settingsWords.portProblem];
        await client.settings.changeMachine({ machine: draft as Partial<MachineSettingsForm> });
        return [];
      } catch (error) {
        const found = problemsIn(error);
        if (found === null) throw error;
        return found;
      }
    });
    if (answer === null) return;
    setProblems(answer);
    if (answer.length > 0) return;
    await onSaved();
    onDraft({});
    setIsSaved(true);
  };
  const card = (name: MachineName, editor: ReactNode) => (
    <Card key={name} name={name} isDirty={Object.hasOwn(draft, name)}>
      {editor}
    </Card>
  );
  const text = (name: 'deskCertificateFile' | 'deskKeyFile' | 'watchedFolder') =>
    card(
      name,
      <TextField
        label={machineWords[name].title}
        isLabelHidden
        hint={editorWords.optional}
        maxLength={1000}
        value={typeof shown[name] === 'string' ? shown[name] : ''}
        onChange={(typed) => set(name, typed === '' ? null : typed)}
      />,
    );
  const hosts = new Map(interfaces.map(({ name, address }) => [address, `${address} (${name})`]));
  if (typeof shown.deskHost === 'string' && !hosts.has(shown.deskHost)) hosts.set(shown.deskHost, shown.deskHost);
  return (
    <div>
      <p className="desk-settings__effect">{settingsWords.leavingMachine}</p>
      {problems.length === 0 ? null : (
        <Notice kind="error" title={settingsWords.problems}>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Notice>
      )}
      <FailureNotice failure={failure} />
      {isSaved && count === 0 ? <Notice kind="success">{settingsWords.machineSaved}</Notice> : null}
      {card(
        'site',
        <FieldFrame
          id={siteId}
          words={{ label: machineWords.site.title, isLabelHidden: true, hint: editorWords.optional }}
        >
          <input
            id={siteId}
            className="desk-input desk-input--full"
            list={`${siteId}-list`}
            maxLength={200}
            autoComplete="off"
            aria-describedby={`${siteId}-hint`}
            value={typeof shown.site === 'string' ? shown.site : ''}
            onChange={(event) => set('site', event.target.value === '' ? null : event.target.value)}
          />
          <datalist id={`${siteId}-list`}>
            {sites.map((site) => (
              <option key={site} value={site}>
                {site}
              </option>
            ))}
          </datalist>
        </FieldFrame>,
      )}
      {card(
        'deskHost',
        <SelectField
          label={machineWords.deskHost.title}
          isLabelHidden
          options={[
            { value: '', label: editorWords.everyInterface },
            ...[...hosts].map(([value, label]) => ({ value, label })),
          ]}
          value={typeof shown.deskHost === 'string' ? shown.deskHost : ''}
          onChange={(address) => set('deskHost', address === '' ? null : address)}
        />,
      )}
      {card(
        'deskPort',
        <TextField
          label={machineWords.deskPort.title}
          isLabelHidden
          width="short"
          inputMode="numeric"
          maxLength={5}
          value={shownNumber(shown.deskPort)}
          onChange={(typed) => set('deskPort', numberFrom(typed))}
        />,
      )}
      {text('deskCertificateFile')}
      {text('deskKeyFile')}
      <CertificatePassphrase client={client} />
      {card(
        'isBoardOnSecondScreen',
        <CheckField
          label={machineWords.isBoardOnSecondScreen.title}
          isChecked={shown.isBoardOnSecondScreen === true}
          onChange={(isChecked) => set('isBoardOnSecondScreen', isChecked)}
        />,
      )}
      {text('watchedFolder')}
      <PrinterCards client={client} shown={shown} renderCard={card} onChange={set} />
      {count === 0 ? null : (
        <div className="desk-settings__bar">
          <strong>{settingsWords.unsaved(count)}</strong>
          <Button kind="primary" isDisabled={isBusy} onPress={() => void save()}>
            {settingsWords.saveMachine}
          </Button>
          <Button onPress={discard}>{settingsWords.discardMachine}</Button>
        </div>
      )}
    </div>
  );
}

function isPort(value: unknown): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 65_535;
}

function Card({ name, isDirty, children }: { name: MachineName; isDirty: boolean; children: ReactNode }) {
  const words: RuleWords = machineWords[name];
  return (
    <div className="desk-settings__card">
      <div className="desk-settings__cardHead">
        <h3 className="desk-settings__cardTitle">{words.title}</h3>
        {isDirty ? (
          <strong className="desk-settings__mark desk-settings__mark--dirty">{settingsWords.notSaved}</strong>
        ) : null}
      </div>
      <p className="desk-settings__effect">{words.effect}</p>
      {words.example === undefined ? null : (
        <p className="desk-settings__example">
          {settingsWords.example} {words.example}
        </p>
      )}
      <div className="desk-settings__editor">{children}</div>
    </div>
  );
}
