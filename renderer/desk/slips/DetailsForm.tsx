import { useId, useRef, useState } from 'react';
import { paperSizes } from '../../../preload/contract/rules/paper';
import type { PaperSize } from '../../../preload/contract/rules/paper';
import type { PrintingSnapshot } from '../../../preload/contract/desk/printing';
import { slipFields, slipFieldsOf, slipProblem, slipSystems } from '../../../preload/contract/rules/slipValues';
import type { SlipField, SlipSystem } from '../../../preload/contract/rules/slipValues';
import {
  paperNames,
  slipFieldHints,
  slipFieldNames,
  slipProblemOf,
  slipSystemNames,
  slipsWords as words,
} from '../../text/desk/slips';
import { ChoiceField } from '../applications/identity/ChoiceField';
import { Button } from '../parts/Button';
import type { AskFailure } from '../parts/failure';
import { Notice } from '../parts/Notice';
import { SelectField } from '../parts/SelectField';
import { Problems } from '../signIn/Problems';
import type { Problem } from '../signIn/Problems';
import { DetailField } from './DetailField';
import type { DetailBox } from './DetailField';
import { detailProblems, firstPaper, problemsOfRefusal, tidyDetails } from './details';
import type { DetailProblems } from './details';
import { lastChosen } from './lastChosen';
import { pastedDetails } from './pastedBlock';
import { SlipFailure } from './SlipFailure';
import type { SlipRun, SlipView, TypedSlip } from './slipRun';

interface DetailsFormProps {
  run: SlipRun;
  view: Extract<SlipView, { step: 'typing' }>;
  printing: PrintingSnapshot;
  /** Has it made; why it was not. */
  onCheck: (typed: TypedSlip) => Promise<AskFailure | null>;
  onCancel: () => void;
}

/** System, details and paper of a slip. What is typed stays in its boxes until it is checked. */
export function DetailsForm({ run, view, printing, onCheck, onCancel }: DetailsFormProps) {
  const id = useId();
  const [system, setSystem] = useState<SlipSystem>(() => run.typed()?.system ?? lastChosen.system());
  const [size, setSize] = useState<PaperSize | null>(() => run.typed()?.size ?? null);
  const [problems, setProblems] = useState<DetailProblems>({});
  const [summary, setSummary] = useState<readonly Problem[]>([]);
  /** Names of the details that were pasted at once. */
  const [pasted, setPasted] = useState<readonly string[]>([]);
  const boxes = useRef<Partial<Record<SlipField, DetailBox | null>>>({});
  const names = slipFieldNames(system);
  const paper = size ?? firstPaper(printing.chosen);
  const { failure, isBusy, clearedTimes } = view;

  const tell = (found: DetailProblems): boolean => {
    setProblems(found);
    const list = slipFields.flatMap((field) => {
      const problem = found[field];
      return problem === undefined
        ? []
        : [{ inputId: `${id}${field}`, message: slipProblemOf(names[field], field, problem) }];
    });
    setSummary(list);
    return list.length > 0;
  };
  const check = async (): Promise<void> => {
    if (isBusy) return;
    const values = tidyDetails(system, (field) => boxes.current[field]?.read() ?? '');
    if (tell(detailProblems(system, values))) return;
    const refused = await onCheck({ system, size: paper, values });
    if (refused?.code === 'INVALID') tell(problemsOfRefusal(refused.data));
  };
  const leave = (field: SlipField, value: string): void => {
    // What was passed over is not a mistake yet.
    const problem = value === '' ? null : slipProblem(field, value);
    setProblems(({ [field]: _before, ...others }) => (problem === null ? others : { ...others, [field]: problem }));
  };
  const paste = (text: string): boolean => {
    const found = pastedDetails(text);
    if (found === null) return false;
    const fields = slipFieldsOf(system).filter((field) => found[field] !== undefined);
    for (const field of fields) {
      const value = found[field] ?? '';
      boxes.current[field]?.write(value);
      leave(field, value);
    }
    setPasted(fields.map((field) => names[field]));
    run.touch();
    return fields.length > 0;
  };
  return (
    <form
      className="desk-slips__form"
      noValidate
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        void check();
      }}
    >
      <Problems problems={summary} />
      {failure === null || failure.code === 'INVALID' ? null : <SlipFailure failure={failure} />}
      {clearedTimes > 0 ? <Notice kind="warning">{words.cleared}</Notice> : null}
      <ChoiceField
        legend={words.system}
        layout="row"
        choices={slipSystems.map((value) => ({
          value,
          label: slipSystemNames[value].name,
          explained: slipSystemNames[value].explained,
        }))}
        value={system}
        onChange={(chosen) => {
          lastChosen.choose(chosen);
          setSystem(chosen);
          setProblems({});
          setSummary([]);
          setPasted([]);
        }}
      />
      {system === 'nhsApp' ? (
        <p className="desk-slips__lead">{words.noDetails}</p>
      ) : (
        <>
          <p className="desk-slips__lead">{words.formLead}</p>
          {slipFieldsOf(system).map((field) => (
            <DetailField
              key={field}
              ref={(box) => {
                boxes.current[field] = box;
              }}
              inputId={`${id}${field}`}
              field={field}
              label={names[field]}
              hint={field === 'accountId' && system !== 'systmOne' ? undefined : slipFieldHints[field]}
              problem={problemWords(names[field], field, problems)}
              first={() => run.typed()?.values[field] ?? (field === 'odsCode' ? (printing.odsCode ?? '') : '')}
              onTouch={run.touch}
              onPaste={paste}
              onLeave={(value) => leave(field, value)}
            />
          ))}
          <p className="desk-slips__pasted" role="status">
            {pasted.length === 0 ? null : words.pasted(pasted.join(', '))}
          </p>
          <p className="desk-slips__small">{words.clipboard}</p>
        </>
      )}
      <SelectField
        label={words.paper}
        options={paperSizes.map((one) => ({
          value: one,
          label: printing.chosen[one] === null ? words.noPrinterFor(paperNames[one]) : paperNames[one],
        }))}
        value={paper}
        onChange={(chosen) => setSize(paperSizes.find((one) => one === chosen) ?? null)}
      />
      <div className="desk-slips__ways">
        <Button kind="primary" isSubmit isDisabled={isBusy}>
          {isBusy ? words.checking : words.check}
        </Button>
        <Button onPress={onCancel}>{words.cancel}</Button>
      </div>
    </form>
  );
}

function problemWords(name: string, field: SlipField, problems: DetailProblems): string | null {
  const problem = problems[field];
  return problem === undefined ? null : slipProblemOf(name, field, problem);
}
