import { useId, useState } from 'react';
import type { Day } from '../../../preload/contract/rules/dates';
import { listsWords } from '../../text/desk/lists';
import { startOf } from '../../text/desk/times';
import type { DeskClient } from '../deskClient';
import { Button } from '../parts/Button';
import { FailureNotice } from '../parts/FailureNotice';
import { Notice } from '../parts/Notice';
import { TextField } from '../parts/TextField';
import { useAsk } from '../parts/useAsk';
import { ClinicianField } from './ClinicianField';
import { emptyForm, readForm, type FormReading, type TypedForm } from './typedRow';

interface AddFormProps {
  client: DeskClient;
  today: Day | null;
  clinicians: readonly string[];
  onAdded: () => Promise<void>;
}

type Problems = Extract<FormReading, { ok: false }>['problems'];

const words = listsWords.add;
const order = ['start', 'clinician', 'lastName', 'dateOfBirth', 'postcode'] as const;

/** Four fields and Enter: the patient stands at the desk. Afterwards the first field has the focus again, for the next one. */
export function AddForm({ client, today, clinicians, onAdded }: AddFormProps) {
  const id = useId();
  const { ask, isBusy, failure, clear } = useAsk();
  const [form, setForm] = useState<TypedForm>(emptyForm);
  const [problems, setProblems] = useState<Problems>({});
  const [added, setAdded] = useState<{ start: string; clinician: string } | null>(null);
  const focusOn = (field: keyof TypedForm): void => document.getElementById(`${id}-${field}`)?.focus();
  const change = (field: keyof TypedForm) => (value: string) => {
    setForm({ ...form, [field]: value });
    setAdded(null);
    clear();
  };
  const send = async (): Promise<void> => {
    if (today === null || isBusy) return;
    const reading = readForm(form, today);
    setProblems(reading.ok ? {} : reading.problems);
    if (!reading.ok) {
      focusOn(order.find((field) => reading.problems[field] !== undefined) ?? 'start');
      return;
    }
    if ((await ask(() => client.lists.add(reading.row))) === null) return;
    setAdded({ start: startOf(reading.row.start), clinician: reading.row.clinician });
    setForm(emptyForm);
    focusOn('start');
    await onAdded();
  };
  const wordsOf = (field: keyof TypedForm): string | null => {
    const problem = problems[field];
    return problem === undefined ? null : words.problems[problem];
  };
  return (
    <form
      className="desk-lists__add"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div>
        <FailureNotice failure={failure} words={words.failures} />
        {added === null ? null : <Notice kind="success">{words.added(added.start, added.clinician)}</Notice>}
      </div>
      <div className="desk-lists__pair">
        <TextField
          inputId={`${id}-start`}
          label={words.start}
          hint={words.timeHint}
          width="short"
          maxLength={10}
          value={form.start}
          onChange={change('start')}
          problem={wordsOf('start')}
        />
        <ClinicianField
          id={`${id}-clinician`}
          clinicians={clinicians}
          value={form.clinician}
          onChange={change('clinician')}
          problem={wordsOf('clinician')}
        />
      </div>
      <div className="desk-lists__pair desk-lists__pair--last">
        <TextField
          inputId={`${id}-lastName`}
          label={words.lastName}
          maxLength={80}
          value={form.lastName}
          onChange={change('lastName')}
          problem={wordsOf('lastName')}
        />
        <TextField
          inputId={`${id}-dateOfBirth`}
          label={words.dateOfBirth}
          hint={words.dateHint}
          width="short"
          maxLength={20}
          value={form.dateOfBirth}
          onChange={change('dateOfBirth')}
          problem={wordsOf('dateOfBirth')}
        />
      </div>
      <fieldset className="desk-lists__pair desk-lists__pair--last">
        <legend>{words.optional}</legend>
        <TextField
          inputId={`${id}-firstName`}
          label={words.firstName}
          maxLength={80}
          value={form.firstName}
          onChange={change('firstName')}
        />
        <TextField
          inputId={`${id}-postcode`}
          label={words.postcode}
          width="short"
          maxLength={12}
          value={form.postcode}
          onChange={change('postcode')}
          problem={wordsOf('postcode')}
        />
      </fieldset>
      <Button kind="primary" isSubmit isDisabled={isBusy || today === null}>
        {words.press}
      </Button>
    </form>
  );
}
