import { useTranslation } from 'react-i18next';
import { Icon } from './Icon';
import { Key } from './Key';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
/** In the order of the alphabet: people who do not type find a letter there, and people who do find it too. */
const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');

interface PadProps {
  onKey: (key: string) => void;
  onDelete: () => void;
}

function DeleteKey({ onDelete, span = 1 }: { onDelete: () => void; span?: 1 | 2 }) {
  const { t } = useTranslation();
  return (
    <Key onPress={onDelete} span={span}>
      <Icon name="delete" />
      <span className="key__word">{t('pad.delete')}</span>
    </Key>
  );
}

/** Digits as on a telephone, with `Next` for days and months of one digit. */
export function NumberPad({ onKey, onDelete, onNext }: PadProps & { onNext: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="pad pad--numbers">
      {digits.map((digit) => (
        <Key key={digit} onPress={() => onKey(digit)}>
          {digit}
        </Key>
      ))}
      <DeleteKey onDelete={onDelete} />
      <Key onPress={() => onKey('0')}>0</Key>
      <Key onPress={onNext}>
        <span className="key__word">{t('pad.next')}</span>
        <Icon name="arrow" />
      </Key>
    </div>
  );
}

/** A to Z; the chosen letter looks chosen. */
export function LetterPad({ chosen, onKey }: { chosen: string; onKey: (key: string) => void }) {
  return (
    <div className="pad pad--letters">
      {letters.map((letter) => (
        <Key key={letter} isChosen={letter === chosen} onPress={() => onKey(letter)}>
          {letter}
        </Key>
      ))}
    </div>
  );
}

/** Digits over letters: what a postcode is made of. */
export function PostcodePad({ onKey, onDelete }: PadProps) {
  const { t } = useTranslation();
  return (
    <div className="pad pad--postcode">
      {[...digits, '0', ...letters].map((key) => (
        <Key key={key} onPress={() => onKey(key)}>
          {key}
        </Key>
      ))}
      <Key onPress={() => onKey(' ')} span={2}>
        <span className="key__word">{t('pad.space')}</span>
      </Key>
      <DeleteKey onDelete={onDelete} span={2} />
    </div>
  );
}
