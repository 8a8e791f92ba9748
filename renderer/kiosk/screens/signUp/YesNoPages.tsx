import { useTranslation } from 'react-i18next';
import { ageWords } from './age';
import { ChoicePage } from './ChoicePage';
import type { SignUpPageProps } from './signUpProps';
import { yesAndNo } from './yesAndNo';

/** The filter question before the NHS number (NHS design system). The NHS App is named to those who may use it. */
export function KnowsNhsNumber(props: SignUpPageProps) {
  const { t } = useTranslation();
  const { screen, snapshot, dispatch } = props;
  const { isNhsAppNamed } = ageWords(screen.draft, snapshot.today);
  const hint = t(isNhsAppNamed ? 'signUp.knowsNhsNumber.hintWithApp' : 'signUp.knowsNhsNumber.hint');
  return (
    <ChoicePage
      {...props}
      heading={t('signUp.knowsNhsNumber.heading')}
      hints={[hint, t('signUp.knowsNhsNumber.notNeeded')]}
      choices={yesAndNo(t, screen.draft.knowsNhsNumber, (isKnown) => dispatch({ type: 'nhsNumberKnown', isKnown }))}
    />
  );
}

/** Whether anybody else reads what is sent there; what is not safe is not used. */
export function ContactSafe(props: SignUpPageProps) {
  const { t } = useTranslation();
  const { screen, dispatch } = props;
  const { texts, isContactSafe } = screen.draft;
  const given = [texts.email, texts.mobile].map((text) => text.trim()).filter((text) => text !== '');
  return (
    <ChoicePage
      {...props}
      heading={t('signUp.contactSafe.heading')}
      hints={[t('signUp.contactSafe.hint'), t('signUp.contactSafe.ifNot')]}
      field={
        <ul className="given">
          {given.map((text) => (
            <li className="given__row" key={text}>
              {text}
            </li>
          ))}
        </ul>
      }
      choices={yesAndNo(t, isContactSafe, (isSafe) => dispatch({ type: 'contactSafeChosen', isSafe }))}
    />
  );
}
