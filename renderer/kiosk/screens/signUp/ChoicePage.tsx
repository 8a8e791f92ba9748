import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { QuestionPage } from '../QuestionPage';
import { Choices } from './Choices';
import type { Choice } from './Choices';
import { messagesOf } from './problemWords';
import type { SignUpPageProps } from './signUpProps';

interface ChoicePageProps extends SignUpPageProps {
  heading: string;
  hints?: readonly string[];
  /** What the question is about, where it was said before. */
  field?: ReactNode;
  choices: readonly Choice[];
}

/** A question with a few answers; each of them goes on. */
export function ChoicePage({ screen, dispatch, heading, hints = [], field, choices }: ChoicePageProps) {
  const { t } = useTranslation();
  const problems = messagesOf(t, screen).map(({ message }) => ({ message, onGoToField: focusFirstChoice }));
  return (
    <QuestionPage
      heading={heading}
      hints={hints}
      problem={problems.length === 0 ? null : { found: screen.problems, problems }}
      field={field}
      pad={<Choices choices={choices} />}
      look="choice"
      onward={null}
      dispatch={dispatch}
    />
  );
}

function focusFirstChoice(): void {
  document.querySelector<HTMLElement>('.choices button')?.focus();
}
