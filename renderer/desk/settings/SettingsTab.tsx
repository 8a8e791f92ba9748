import { useEffect, useState } from 'react';
import { handingWords, settingsWords } from '../../text/desk/settings';
import type { RuleName } from '../../text/desk/settingsRules';
import { Button } from '../parts/Button';
import { FailureNotice } from '../parts/FailureNotice';
import { Notice } from '../parts/Notice';
import { Section } from '../parts/Section';
import { TextField } from '../parts/TextField';
import { useAsk } from '../parts/useAsk';
import type { TabProps } from '../tabProps';
import { CheckSlip } from './CheckSlip';
import { CopyBox } from './CopyBox';
import { signOffIn, withDraft } from './draft';
import type { Suggestions } from './editors/editorProps';
import { GroupList } from './GroupList';
import { canDownload, download } from './handing';
import { ImportDialog } from './ImportDialog';
import { MachineGroup } from './MachineGroup';
import type { MachineDraft } from './MachineGroup';
import { ProblemSummary } from './ProblemSummary';
import { RuleCard, focusCard } from './RuleCard';
import { isRuleName, ruleNames, ruleOfProblem, ruleTable } from './ruleTable';
import type { Group } from './ruleTable';
import { findRules } from './search';
import { SignOffDialog } from './SignOffDialog';
import { useSettings } from './useSettings';
import type { SettingsView } from './useSettings';
import { asTable, asText } from './values';

/** Everything the rules use, in groups, with what each does; and what belongs to this machine alone. */
export function SettingsTab({ client }: TabProps) {
  const settings = useSettings(client);
  const { view, draft, problems } = settings;
  const [machineDraft, setMachineDraft] = useState<MachineDraft>({});
  const [group, setGroup] = useState<Group | 'machine'>('practice');
  const [sought, setSought] = useState('');
  const [goTo, setGoTo] = useState<{ name: RuleName } | null>(null);
  /** What waits for the word about signing off. */
  const [toConfirm, setToConfirm] = useState<Record<string, unknown> | null>(null);
  const [isImporting, setIsImporting] = useState(false);
  const [copy, setCopy] = useState<string | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const exporting = useAsk();
  useEffect(() => {
    if (goTo !== null) focusCard(goTo.name);
  }, [goTo]);

  if (view === null) {
    return (
      <div className="desk-page">
        <Section title={settingsWords.title}>
          <FailureNotice failure={settings.failure} />
          {settings.failure === null ? (
            <p role="status">{settingsWords.loading}</p>
          ) : (
            <Button onPress={() => void settings.read()}>{settingsWords.again}</Button>
          )}
        </Section>
      </div>
    );
  }
  const count = Object.keys(draft).length;
  const rules = withDraft(view.rules, draft);
  const isSearching = sought.trim() !== '';
  const names = isSearching ? findRules(sought) : ruleNames.filter((name) => ruleTable[name].group === group);
  const signOff = toConfirm === null ? null : signOffIn(view.rules, toConfirm);

  const save = (changes: Record<string, unknown>) => {
    setTold(null);
    setIsImporting(false);
    if (signOffIn(view.rules, changes) !== null && toConfirm === null) {
      setToConfirm(changes);
      return;
    }
    setToConfirm(null);
    void settings.save(changes);
  };
  const exportAll = async () => {
    setTold(null);
    const file = await exporting.ask(() => client.settings.export({}));
    if (file === null) return;
    if (!canDownload()) {
      setCopy(file.text);
      return;
    }
    download(file.fileName, 'application/json', [file.text]);
    setTold(handingWords.downloaded(file.fileName));
  };
  const goToRule = (name: RuleName) => {
    setSought('');
    setGroup(ruleTable[name].group);
    setGoTo({ name });
  };
  return (
    <div className="desk-page">
      <Section
        title={settingsWords.title}
        actions={
          <>
            <Button isSmall isDisabled={exporting.isBusy} onPress={() => void exportAll()}>
              {settingsWords.export}
            </Button>
            <Button isSmall onPress={() => setIsImporting(true)}>
              {settingsWords.import}
            </Button>
          </>
        }
      >
        <FailureNotice failure={exporting.failure ?? settings.failure} />
        {told === null ? null : <Notice kind="success">{told}</Notice>}
        {settings.isSaved && count === 0 ? <Notice kind="success">{settingsWords.saved}</Notice> : null}
        {problems.length === 0 ? null : <ProblemSummary problems={problems} onGoTo={goToRule} />}
        <div className="desk-settings">
          <div className="desk-settings__side">
            <TextField
              label={settingsWords.search}
              hint={settingsWords.searchHint}
              type="search"
              value={sought}
              maxLength={60}
              onChange={setSought}
            />
            <GroupList
              chosen={isSearching ? null : group}
              draft={draft}
              machineChanges={Object.keys(machineDraft).length}
              onChoose={(next) => {
                setSought('');
                setGroup(next);
              }}
            />
          </div>
          <div className="desk-settings__main">
            {isSearching ? (
              <p role="status">{names.length === 0 ? settingsWords.nothingFound : settingsWords.found(names.length)}</p>
            ) : null}
            {group === 'machine' && !isSearching ? (
              <MachineGroup
                client={client}
                machine={view.machine}
                draft={machineDraft}
                sites={view.sites}
                interfaces={view.interfaces}
                onDraft={setMachineDraft}
                onSaved={settings.read}
              />
            ) : (
              names.map((name) => (
                <RuleCard
                  key={name}
                  name={name}
                  saved={view.rules}
                  rules={rules}
                  defaults={view.defaults}
                  suggestions={suggestionsOf(view, rules)}
                  problems={problems.filter((problem) => ruleOfProblem(problem) === name)}
                  onChange={settings.change}
                />
              ))
            )}
            {group === 'slips' && !isSearching ? (
              <CheckSlip client={client} hasChanges={Object.keys(draft).some(isOfSlips)} />
            ) : null}
          </div>
        </div>
        {count === 0 ? null : (
          <div className="desk-settings__bar">
            <strong role="status">{settingsWords.unsaved(count)}</strong>
            <Button kind="primary" isDisabled={settings.isBusy} onPress={() => save({ ...draft })}>
              {settingsWords.save}
            </Button>
            <Button onPress={settings.discard}>{settingsWords.discard}</Button>
          </div>
        )}
        {signOff === null || toConfirm === null ? null : (
          <SignOffDialog
            way={signOff}
            isBusy={settings.isBusy}
            onConfirm={() => save(toConfirm)}
            onClose={() => setToConfirm(null)}
          />
        )}
        {isImporting ? <ImportDialog client={client} onApply={save} onClose={() => setIsImporting(false)} /> : null}
        {copy === null ? null : (
          <CopyBox
            title={handingWords.exportTitle}
            lead={handingWords.exportLead}
            text={copy}
            onClose={() => setCopy(null)}
          />
        )}
      </Section>
    </div>
  );
}

/** Its change would be seen on a slip. */
function isOfSlips(name: string): boolean {
  return name === 'practiceName' || (isRuleName(name) && ruleTable[name].group === 'slips');
}

/** Names to pick from: of today's lists, and of the rooms that the practice has named. */
function suggestionsOf(view: SettingsView, rules: Readonly<Record<string, unknown>>): Suggestions {
  const rooms = Object.values(asTable(rules['places'])).map((place) => asText(asTable(place)['room']));
  return {
    clinicians: view.clinicians,
    slotTypes: view.slotTypes,
    sites: view.sites,
    rooms: [...new Set(rooms.filter((room) => room !== ''))],
    statusWords: [],
  };
}
