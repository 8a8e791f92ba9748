import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberPad } from '../../ui/Pad';
import type { DateOfBirthScreen } from '../flow/state';
import { DateBoxes } from './DateBoxes';
import type { DateBoxesHandle } from './DateBoxes';
import { QuestionPage, UnknownWay } from './QuestionPage';
import type { Dispatch } from './screenProps';

interface DateOfBirthProps {
  screen: DateOfBirthScreen;
  dispatch: Dispatch;
}

/** Date of birth in three fields (NHS pattern). */
export function DateOfBirth({ screen, dispatch }: DateOfBirthProps) {
  const { t } = useTranslation();
  const { entry, activeField, isFieldSelected, problem, barcode } = screen;
  const boxes = useRef<DateBoxesHandle>(null);
  const message = problem === null ? null : t(`dateOfBirth.problem.${problem.problem}`);
  const onGoToField = (): void => boxes.current?.focus(problem?.fields[0] ?? 'day');
  return (
    <QuestionPage
      heading={t('dateOfBirth.heading')}
      hints={[t('dateOfBirth.hint'), t('dateOfBirth.carer')]}
      note={barcode === null ? null : t('dateOfBirth.scanned')}
      problem={problem === null || message === null ? null : { found: problem, problems: [{ message, onGoToField }] }}
      dispatch={dispatch}
      field={
        <DateBoxes
          ref={boxes}
          entry={entry}
          activeField={activeField}
          isFieldSelected={isFieldSelected}
          message={message}
          wrong={problem?.fields ?? []}
          onType={(field, text) => dispatch({ type: 'dateTyped', field, text })}
          onFocus={(field) => dispatch({ type: 'dateFieldFocused', field })}
        />
      }
      pad={
        <NumberPad
          onKey={(key) => dispatch({ type: 'keyPressed', key })}
          onDelete={() => dispatch({ type: 'deletePressed' })}
          onNext={() => dispatch({ type: 'nextPressed' })}
        />
      }
      otherWay={<UnknownWay dispatch={dispatch} />}
    />
  );
}
