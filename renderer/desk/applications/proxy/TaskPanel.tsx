import { useState } from 'react';
import type { TaskOutcome } from '../../../../preload/contract/desk/applications';
import { whoMay } from '../../../text/desk/applicationsPage';
import { taskOutcomeWords, taskWords as words } from '../../../text/desk/proxy';
import { Icon } from '../../../ui/Icon';
import { Button } from '../../parts/Button';
import { Notice } from '../../parts/Notice';
import { isPossible, mayDo } from '../acting/mayDo';
import type { PanelProps } from '../acting/panelProps';
import { useAct } from '../acting/useAct';
import { ConfirmDialog } from './ConfirmDialog';
import { outcomesOfTask, taskOf, wordsOf } from './task';
import type { Task } from './task';

/** A quiet task of the same day: what to do, what never to do, and how it ended. */
export function TaskPanel(props: PanelProps) {
  const { application, who } = props;
  const task = taskOf(application);
  if (task === null) return null;
  const { title, steps, warning } = wordsOf(task);
  return (
    <div className="desk-task">
      <Notice kind="warning" title={words.neverTitle}>
        {task === 'underEleven' ? words.neverChild : words.never}
      </Notice>
      <h3 className="desk-task__title">{title}</h3>
      {warning === null ? null : (
        <p className="desk-task__warning">
          <Icon name="warning" /> {warning}
        </p>
      )}
      <h4 className="desk-task__today">{words.today}</h4>
      <ol className="desk-task__steps">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {isPossible(application, 'finishTask') ? (
        mayDo('finishTask', who.roles) ? (
          <Outcomes {...props} task={task} />
        ) : (
          <p className="desk-proxy__waits">{whoMay.finishTask}</p>
        )
      ) : null}
    </div>
  );
}

function Outcomes({ task, ...props }: PanelProps & { task: Task }) {
  const { run, isBusy } = useAct(props);
  const [chosen, setChosen] = useState<TaskOutcome | null>(null);
  const finish = async (outcome: TaskOutcome): Promise<void> => {
    await run((key) => props.client.applications.finishTask({ ...key, outcome }));
    setChosen(null);
  };
  return (
    <fieldset className="desk-proxy__group">
      <legend className="desk-task__today">{words.finish}</legend>
      <div className="desk-proxy__buttons">
        {outcomesOfTask[task].map((outcome) => (
          <Button key={outcome} onPress={() => setChosen(outcome)}>
            {taskOutcomeWords[outcome].name}
          </Button>
        ))}
      </div>
      {chosen === null ? null : (
        <ConfirmDialog
          title={words.confirm(chosen)}
          action={words.confirmDo}
          isBusy={isBusy}
          onConfirm={() => void finish(chosen)}
          onClose={() => setChosen(null)}
        >
          <p>{taskOutcomeWords[chosen].explained}</p>
        </ConfirmDialog>
      )}
    </fieldset>
  );
}
