import { useTranslation } from 'react-i18next';
import { ChoicePage } from './ChoicePage';
import { accountWishes } from './choiceLists';
import type { SignUpPageProps } from './signUpProps';

/** "I have an account": what is wrong. Quiet words: somebody under pressure asks here for access to be switched off (design §7). */
export function AccountWish(props: SignUpPageProps) {
  const { t } = useTranslation();
  const { screen, dispatch } = props;
  return (
    <ChoicePage
      {...props}
      heading={t('signUp.accountWish.heading')}
      hints={[t('signUp.accountWish.hint'), t('signUp.accountWish.quiet')]}
      choices={accountWishes.map((wish) => ({
        label: t(`signUp.accountWish.${wish}`),
        isChosen: screen.draft.wish === wish,
        onPress: () => dispatch({ type: 'wishChosen', wish }),
      }))}
    />
  );
}

/** Whose account it is. */
export function AccountWhose(props: SignUpPageProps) {
  const { t } = useTranslation();
  const { screen, dispatch } = props;
  return (
    <ChoicePage
      {...props}
      heading={t('signUp.accountWhose.heading')}
      choices={(['mine', 'someoneElse'] as const).map((whose) => ({
        label: t(`signUp.accountWhose.${whose}`),
        icon: whose === 'mine' ? 'person' : 'people',
        isChosen: screen.draft.whose === whose,
        onPress: () => dispatch({ type: 'whoseChosen', whose }),
      }))}
    />
  );
}
