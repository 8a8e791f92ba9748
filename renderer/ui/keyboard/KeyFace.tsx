import { useTranslation } from 'react-i18next';
import { Icon } from '../Icon';
import { Key } from '../Key';
import type { KeyCap } from './layouts';
import { capitalOf } from './markedLetters';
import type { PlainLetter } from './markedLetters';

interface KeyFaceProps {
  cap: KeyCap;
  isShifted: boolean;
  canUndo: boolean;
  /** The plain letter whose marks are shown. */
  open: PlainLetter | null;
  onPress: () => void;
}

/** One key of the keyboard. */
export function KeyFace({ cap, isShifted, canUndo, open, onPress }: KeyFaceProps) {
  const { t } = useTranslation();
  const { span } = cap;
  switch (cap.kind) {
    case 'letter':
      return (
        <Key span={span} onPress={onPress}>
          <LetterFace letter={cap.text} isShifted={isShifted} />
        </Key>
      );
    case 'fixed':
      return (
        <Key span={span} onPress={onPress}>
          {cap.text}
        </Key>
      );
    case 'sign':
      return (
        <Key span={span} label={t(`signUpEnds.keyboard.sign.${cap.name}`)} onPress={onPress}>
          <span className="key__sign">{cap.text}</span>
        </Key>
      );
    case 'plain':
      return (
        <Key span={span} look="quiet" isChosen={cap.text === open} onPress={onPress}>
          <LetterFace letter={cap.text} isShifted={isShifted} />
        </Key>
      );
    case 'shift':
      return (
        <Key span={span} look="work" isChosen={isShifted} onPress={onPress}>
          <Icon name="shift" />
          <span className="key__word">{t('signUpEnds.keyboard.shift')}</span>
        </Key>
      );
    case 'delete':
      return (
        <Key span={span} look="work" onPress={onPress}>
          <Icon name="delete" />
          <span className="key__word">{t('pad.delete')}</span>
        </Key>
      );
    case 'next':
      return (
        <Key span={span} look="work" onPress={onPress}>
          <span className="key__word">{t('pad.next')}</span>
          <Icon name="arrow" />
        </Key>
      );
    case 'space':
      return (
        <Key span={span} onPress={onPress}>
          <span className="key__word">{t('pad.space')}</span>
        </Key>
      );
    case 'clear':
      return (
        <Key span={span} look="work" onPress={onPress}>
          <span className="key__word">{canUndo ? t('signUpEnds.keyboard.undo') : t('signUpEnds.keyboard.clear')}</span>
        </Key>
      );
    case 'marks':
    case 'letters':
      return (
        <Key span={span} look="page" onPress={onPress}>
          <span className="key__word">{t(`signUpEnds.keyboard.${cap.kind}`)}</span>
        </Key>
      );
    case 'marksHint':
      return <p className={`keyboard__hint key--span${String(span)}`}>{t('signUpEnds.keyboard.marksHint')}</p>;
    case 'gap':
      return <span className={`key--span${String(span)}`} aria-hidden="true" />;
  }
}

/**
 * A letter in the case in which it types. The style makes the capital: a key whose words changed would count as another key, and the second
 * letter of a quick "Aaron" as the second half of a double tap (`guardGestures.ts`). Two letters have no capital that a style knows.
 */
function LetterFace({ letter, isShifted }: { letter: string; isShifted: boolean }) {
  if (!isShifted) return letter;
  const capital = capitalOf(letter);
  return capital === letter.toUpperCase() ? <span className="key__capital">{letter}</span> : capital;
}
