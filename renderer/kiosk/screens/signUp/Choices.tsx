import { Button } from '../../../ui/Button';
import type { IconName } from '../../../ui/Icon';

/** One of a few: touching it goes on. */
export interface Choice {
  label: string;
  icon?: IconName;
  /** It was chosen before, and the page has been come back to. */
  isChosen: boolean;
  onPress: () => void;
}

/** The choices of a page, beneath each other. Only one that was made before speaks of itself as pressed. */
export function Choices({ choices }: { choices: readonly Choice[] }) {
  return (
    <ul className="choices" aria-labelledby="question">
      {choices.map(({ label, icon, isChosen, onPress }) => (
        <li key={label}>
          <Button
            size="choice"
            onPress={onPress}
            {...(icon === undefined ? {} : { icon })}
            {...(isChosen ? { isPressed: true } : {})}
          >
            {label}
          </Button>
        </li>
      ))}
    </ul>
  );
}
