import { useId, useState } from 'react';
import { handingWords } from '../../text/desk/settings';
import { ruleWords } from '../../text/desk/settingsRules';
import type { DeskClient } from '../deskClient';
import { Button } from '../parts/Button';
import { CheckField } from '../parts/CheckField';
import { DataTable } from '../parts/DataTable';
import { FailureNotice } from '../parts/FailureNotice';
import { Modal } from '../parts/Modal';
import { Notice } from '../parts/Notice';
import { TextArea } from '../parts/TextArea';
import { useAsk } from '../parts/useAsk';
import { describe } from './describe';
import { isRuleName, momentaryRules } from './ruleTable';

interface Look {
  changes: { name: string; before?: unknown; after?: unknown }[];
  problems: string[];
}

interface ImportDialogProps {
  client: DeskClient;
  /** Takes the rules over as changes that are saved at once. Resolves once that is done or refused. */
  onApply: (rules: Record<string, unknown>) => void;
  onClose: () => void;
}

/** Takes the rules of another kiosk: first what they would change, then what is wanted of it. */
export function ImportDialog({ client, onApply, onClose }: ImportDialogProps) {
  const fileId = useId();
  const [text, setText] = useState('');
  const [isUnreadable, setIsUnreadable] = useState(false);
  const [look, setLook] = useState<Look | null>(null);
  const [left, setLeft] = useState<readonly string[]>([]);
  const { ask, isBusy, failure } = useAsk();

  const lookAt = async (chosen: string) => {
    const found = await ask(() => client.settings.look({ text: chosen }));
    if (found === null) return;
    setLook(found);
    setLeft(found.changes.map(({ name }) => name).filter((name) => momentaryRules.some((one) => one === name)));
  };
  const choose = async (file: File | undefined) => {
    if (file === undefined) return;
    setIsUnreadable(false);
    try {
      const content = await file.text();
      setText(content);
      await lookAt(content);
    } catch {
      setIsUnreadable(true);
    }
  };
  const taken = (look?.changes ?? []).filter(({ name }) => !left.includes(name));
  const canApply = look !== null && look.problems.length === 0 && taken.length > 0;
  return (
    <Modal
      title={handingWords.importTitle}
      onClose={onClose}
      isWide
      actions={
        <>
          {look === null ? (
            <Button kind="primary" isDisabled={isBusy || text.trim() === ''} onPress={() => void lookAt(text)}>
              {handingWords.look}
            </Button>
          ) : (
            <Button
              kind="primary"
              isDisabled={!canApply}
              onPress={() => onApply(Object.fromEntries(taken.map(({ name, after }) => [name, after])))}
            >
              {handingWords.apply(taken.length)}
            </Button>
          )}
          <Button onPress={onClose}>{handingWords.cancel}</Button>
        </>
      }
    >
      <p>{handingWords.importLead}</p>
      <div className="desk-settings__file">
        <label className="desk-field__label" htmlFor={fileId}>
          {handingWords.file}
        </label>
        <input
          id={fileId}
          type="file"
          accept=".json,application/json"
          onChange={(event) => void choose(event.target.files?.[0])}
        />
      </div>
      {isUnreadable ? <Notice kind="error">{handingWords.notReadable}</Notice> : null}
      {look === null ? (
        <TextArea label={handingWords.pasteText} rows={5} value={text} maxLength={1_000_000} onChange={setText} />
      ) : (
        <LookTable look={look} left={left} onLeft={setLeft} />
      )}
      <FailureNotice failure={failure} />
    </Modal>
  );
}

interface LookTableProps {
  look: Look;
  left: readonly string[];
  onLeft: (left: readonly string[]) => void;
}

function LookTable({ look, left, onLeft }: LookTableProps) {
  if (look.problems.length > 0) {
    return (
      <Notice kind="error" title={handingWords.importProblems}>
        <ul>
          {look.problems.map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      </Notice>
    );
  }
  const toggle = (name: string, isTaken: boolean) =>
    onLeft(isTaken ? left.filter((one) => one !== name) : [...left, name]);
  return (
    <DataTable
      caption={handingWords.importCaption}
      rows={look.changes}
      keyOf={({ name }) => name}
      empty={handingWords.importNothing}
      columns={[
        {
          key: 'take',
          heading: handingWords.setting,
          cell: ({ name }) => takeField(name, !left.includes(name), toggle),
        },
        { key: 'before', heading: handingWords.before, cell: ({ name, before }) => inWords(name, before) },
        { key: 'after', heading: handingWords.after, cell: ({ name, after }) => inWords(name, after) },
      ]}
    />
  );
}

function takeField(name: string, isTaken: boolean, onToggle: (name: string, isTaken: boolean) => void) {
  return (
    <CheckField
      label={titleOf(name)}
      hint={momentaryRules.some((one) => one === name) ? handingWords.momentary : undefined}
      isChecked={isTaken}
      onChange={(next) => onToggle(name, next)}
    />
  );
}

function titleOf(name: string): string {
  return isRuleName(name) ? ruleWords[name].title : handingWords.unknownSetting(name);
}

function inWords(name: string, value: unknown): string {
  return isRuleName(name) ? describe(name, value) : String(value);
}
