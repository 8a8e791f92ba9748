import { useTranslation } from 'react-i18next';
import { Button } from '../../../ui/Button';
import { ageWords } from './age';
import type { SignUpPageProps } from './signUpProps';
import { TextPage } from './TextPage';

/** The name of whoever stands here. */
export function Name(props: SignUpPageProps) {
  const { t } = useTranslation();
  return (
    <TextPage
      {...props}
      heading={t('signUp.name.heading')}
      hints={[t('signUp.name.hint')]}
      boxes={[
        { name: 'firstName', label: t('signUp.name.firstName'), layout: 'name' },
        { name: 'lastName', label: t('signUp.name.lastName'), layout: 'name' },
      ]}
    />
  );
}

/** The name of the person whose account it is. */
export function TheirName(props: SignUpPageProps) {
  const { t } = useTranslation();
  return (
    <TextPage
      {...props}
      heading={t('signUp.name.theirHeading')}
      hints={[t('signUp.name.theirHint')]}
      boxes={[
        { name: 'theirFirstName', label: t('signUp.name.firstName'), layout: 'name' },
        { name: 'theirLastName', label: t('signUp.name.lastName'), layout: 'name' },
      ]}
    />
  );
}

/** The NHS number (NHS design system, "NHS number"): shown in its groups, and nobody is held up by it. */
export function NhsNumber(props: SignUpPageProps) {
  const { t } = useTranslation();
  const { dispatch } = props;
  /** As if they had gone back to "Do you know your NHS number?" and answered no. */
  function goOnWithout(): void {
    dispatch({ type: 'backTapped' });
    dispatch({ type: 'nhsNumberKnown', isKnown: false });
  }
  return (
    <TextPage
      {...props}
      heading={t('signUp.nhsNumber.heading')}
      hints={[t('signUp.nhsNumber.hint')]}
      boxes={[{ name: 'nhsNumber', label: null, layout: 'number' }]}
      otherWay={<Button onPress={goOnWithout}>{t('signUp.nhsNumber.without')}</Button>}
    />
  );
}

/** The address, in the boxes of an envelope. */
export function Address(props: SignUpPageProps) {
  const { t } = useTranslation();
  return (
    <TextPage
      {...props}
      heading={t('signUp.address.heading')}
      boxes={[
        { name: 'line1', label: t('signUp.address.line1'), layout: 'address' },
        { name: 'line2', label: t('signUp.address.line2'), layout: 'address' },
        { name: 'town', label: t('signUp.address.town'), layout: 'address' },
        { name: 'postcode', label: t('signUp.address.postcode'), layout: 'postcode' },
      ]}
    />
  );
}

/** Email and mobile, with what each makes possible; neither is needed. At 11 to 15 only one's own (design §7). */
export function Contact(props: SignUpPageProps) {
  const { t } = useTranslation();
  const { isYoung, isNhsAppNamed } = ageWords(props.screen.draft, props.snapshot.today);
  return (
    <TextPage
      {...props}
      heading={t('signUp.contact.heading')}
      hints={[t(isYoung ? 'signUp.contact.young' : 'signUp.contact.notNeeded')]}
      boxes={[
        {
          name: 'email',
          label: t('signUp.contact.email'),
          hint: t(isNhsAppNamed ? 'signUp.contact.emailHintWithApp' : 'signUp.contact.emailHint'),
          layout: 'email',
        },
        {
          name: 'mobile',
          label: t('signUp.contact.mobile'),
          hint: t(isNhsAppNamed ? 'signUp.contact.mobileHintWithApp' : 'signUp.contact.mobileHint'),
          layout: 'phone',
        },
      ]}
    />
  );
}
