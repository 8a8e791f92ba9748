import { useTranslation } from 'react-i18next';
import { formatDateOfBirth } from '../../../text/birthDates';
import { ChoicePage } from './ChoicePage';
import { relationships } from './choiceLists';
import { spacedPostcode } from './postcodes';
import type { SignUpPageProps } from './signUpProps';
import { yesAndNo } from './yesAndNo';

/** For oneself, or for somebody else. */
export function WhoFor(props: SignUpPageProps) {
  const { t } = useTranslation();
  const { screen, dispatch } = props;
  return (
    <ChoicePage
      {...props}
      heading={t('signUp.whoFor.heading')}
      hints={[t('signUp.whoFor.hint')]}
      choices={(['me', 'someoneElse'] as const).map((who) => ({
        label: t(`signUp.whoFor.${who}`),
        icon: who === 'me' ? 'person' : 'people',
        isChosen: screen.draft.who === who,
        onPress: () => dispatch({ type: 'whoChosen', who }),
      }))}
    />
  );
}

/** Coming from check-in: what was given there is shown, and used only if they agree. */
export function Reuse(props: SignUpPageProps) {
  const { t } = useTranslation();
  const { screen, dispatch } = props;
  const { given, draft } = screen;
  return (
    <ChoicePage
      {...props}
      heading={t('signUp.reuse.heading')}
      hints={[t('signUp.reuse.hint'), t('signUp.reuse.own')]}
      field={
        given === null ? null : (
          <dl className="given">
            <div className="given__row">
              <dt>{t('signUp.reuse.dateOfBirth')}</dt>
              <dd>{formatDateOfBirth(given.dateOfBirth)}</dd>
            </div>
            {given.postcode === null ? null : (
              <div className="given__row">
                <dt>{t('signUp.address.postcode')}</dt>
                <dd>{spacedPostcode(given.postcode)}</dd>
              </div>
            )}
          </dl>
        )
      }
      choices={yesAndNo(t, draft.isReused, (isAgreed) => dispatch({ type: 'reuseChosen', isAgreed }))}
    />
  );
}

/** Who asks is what to the person whose account it is. */
export function Relation(props: SignUpPageProps) {
  const { t } = useTranslation();
  const { screen, dispatch } = props;
  return (
    <ChoicePage
      {...props}
      heading={t('signUp.relationship.heading')}
      hints={[t('signUp.relationship.hint')]}
      choices={relationships.map((relationship) => ({
        label: t(`signUp.relationship.${relationship}`),
        isChosen: screen.draft.relationship === relationship,
        onPress: () => dispatch({ type: 'relationshipChosen', relationship }),
      }))}
    />
  );
}
