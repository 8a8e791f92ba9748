import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Keyboard } from '../../../ui/keyboard/Keyboard';
import type { KeyboardLayout } from '../../../ui/keyboard/layouts';
import type { TextFieldName } from '../../flow/signUp/state';
import { QuestionPage } from '../QuestionPage';
import { isCapitalNext } from './capitals';
import { FormBox } from './FormBox';
import { messagesOf } from './problemWords';
import type { SignUpPageProps } from './signUpProps';

/** A box of a page. */
export interface TextBox {
  name: TextFieldName;
  /** Null where the page's heading is the label. */
  label: string | null;
  hint?: string;
  layout: KeyboardLayout;
}

interface TextPageProps extends SignUpPageProps {
  heading: string;
  hints?: readonly string[];
  boxes: readonly TextBox[];
  otherWay?: ReactNode;
}

/** A page of boxes to type in, with the keyboard for the one that has the turn. */
export function TextPage({ screen, snapshot, dispatch, heading, hints = [], boxes, otherWay }: TextPageProps) {
  const { t } = useTranslation();
  const { activeField, draft, cleared } = screen;
  const inputs = useRef<Partial<Record<string, HTMLInputElement | null>>>({});
  const messages = messagesOf(t, screen);
  const active = boxes.find(({ name }) => name === activeField) ?? boxes[0];

  // The focus follows the keyboard only where it already is in one of the boxes: speech is not dragged away from the heading.
  useEffect(() => {
    const input = activeField === null ? null : inputs.current[activeField];
    const isInBoxes = Object.values(inputs.current).some((box) => box === document.activeElement);
    if (isInBoxes && input !== document.activeElement) input?.focus({ preventScroll: true });
  }, [activeField]);

  const problems = messages.map(({ field, message }) => ({
    message,
    onGoToField: (): void => inputs.current[field]?.focus(),
  }));
  return (
    <QuestionPage
      heading={heading}
      hints={hints}
      problem={problems.length === 0 ? null : { found: screen.problems, problems }}
      field={
        <div className="form">
          {boxes.map(({ name, label, hint }) => (
            <FormBox
              key={name}
              ref={(input) => {
                inputs.current[name] = input;
              }}
              name={name}
              label={label}
              hint={hint}
              value={draft.texts[name]}
              isActive={name === activeField}
              message={messages.find(({ field }) => field === name)?.message ?? null}
              onType={(text) => dispatch({ type: 'formTyped', field: name, text })}
              onFocus={() => dispatch({ type: 'formFocused', field: name })}
            />
          ))}
        </div>
      }
      pad={
        active === undefined ? null : (
          <Keyboard
            layout={active.layout}
            isCapitalNext={isCapitalNext(active.name, draft.texts[active.name])}
            emailEndings={snapshot.signUpOffers.emailEndings}
            canUndo={cleared?.field === active.name}
            onKey={(key) => dispatch({ type: 'keyPressed', key })}
            onDelete={() => dispatch({ type: 'deletePressed' })}
            onClear={() => dispatch({ type: 'clearPressed' })}
            onUndo={() => dispatch({ type: 'undoPressed' })}
            {...(boxes.length > 1 ? { onNext: () => dispatch({ type: 'nextPressed' }) } : {})}
          />
        )
      }
      look="type"
      otherWay={otherWay}
      dispatch={dispatch}
    />
  );
}
