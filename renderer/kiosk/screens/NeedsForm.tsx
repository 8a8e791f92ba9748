import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { NeedKind } from '../../../preload/contract/kiosk';
import { spokenLanguage } from '../../text/languages';
import { Button } from '../../ui/Button';
import { Heading } from '../../ui/Heading';
import { Toggle } from '../../ui/Toggle';
import { needKinds } from './needKinds';
import type { Dispatch } from './screenProps';

interface NeedsFormProps {
  heading: string;
  hint: string;
  chosen: readonly NeedKind[];
  language: string | null;
  /** Offered when an interpreter is asked for. */
  languages: readonly string[];
  /** Another way, beside `Back`. */
  otherWay?: ReactNode;
  dispatch: Dispatch;
}

/** Help with communication or information, by the kinds of the Accessible Information Standard (DAPB1605). */
export function NeedsForm({ heading, hint, chosen, language, languages, otherWay, dispatch }: NeedsFormProps) {
  const { t } = useTranslation();
  const isLanguageAsked = chosen.includes('interpreter') && languages.length > 0;
  return (
    <div className="needs">
      <div className="needs__words">
        <Heading id="needs">{heading}</Heading>
        <p className="hint">{hint}</p>
      </div>
      <div className="needs__kinds" role="group" aria-labelledby="needs">
        {needKinds.map((need) => (
          <Toggle key={need} isChosen={chosen.includes(need)} onPress={() => dispatch({ type: 'needToggled', need })}>
            {t(`needs.${need}`)}
          </Toggle>
        ))}
      </div>
      <div className="needs__languages" aria-live="polite">
        {isLanguageAsked ? <Languages names={languages} chosen={language} dispatch={dispatch} /> : null}
      </div>
      <div className={`needs__ways${otherWay === undefined ? '' : ' needs__ways--three'}`}>
        <Button onPress={() => dispatch({ type: 'backTapped' })}>{t('action.back')}</Button>
        {otherWay}
        <Button look="primary" icon="arrow" onPress={() => dispatch({ type: 'continueTapped' })}>
          {t('action.continue')}
        </Button>
      </div>
    </div>
  );
}

interface LanguagesProps {
  names: readonly string[];
  chosen: string | null;
  dispatch: Dispatch;
}

/** The interpreter's language. One that is not among them is asked by reception: `Another language` chooses none of these. */
function Languages({ names, chosen, dispatch }: LanguagesProps) {
  const { t } = useTranslation();
  // Only how the chip looks: to the answer it is the same as none.
  const [isOther, setOther] = useState(false);
  function choose(language: string | null): void {
    setOther(language === null);
    dispatch({ type: 'languageChosen', language });
  }
  return (
    <>
      <h2 className="needs__which" id="languages">
        {t('needs.languages')}
      </h2>
      <div className="chips" role="group" aria-labelledby="languages">
        {names.map((name) => (
          <Language key={name} name={name} isChosen={name === chosen} onPress={() => choose(name)} />
        ))}
        <button
          type="button"
          className="chip chip--other"
          aria-pressed={isOther && chosen === null}
          onClick={() => choose(null)}
        >
          <span className="chip__name">{t('needs.otherLanguage')}</span>
        </button>
      </div>
    </>
  );
}

/** A language as its speakers write it, which is its name; in English beneath for the eye, for who is there to help. */
function Language({ name, isChosen, onPress }: { name: string; isChosen: boolean; onPress: () => void }) {
  const known = spokenLanguage(name);
  return (
    <button type="button" className="chip" aria-pressed={isChosen} onClick={onPress}>
      <span className="chip__name" lang={known?.tag} dir="auto">
        {name}
      </span>{' '}
      {known === null ? null : (
        <span className="chip__english" aria-hidden="true">
          {known.english}
        </span>
      )}
    </button>
  );
}
