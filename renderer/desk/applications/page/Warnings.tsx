import type { ApplicationDetail } from '../../../../preload/contract/desk/applications';
import { adultAge, ownAccountAge } from '../../../../preload/contract/rules/ages';
import { pageWords } from '../../../text/desk/applicationsPage';
import { Icon } from '../../../ui/Icon';
import type { IconName } from '../../../ui/Icon';

const { warnings: words } = pageWords;

/** What changes how staff go about it: who needs quiet, who is young, who needs an interpreter. */
export function Warnings({ application }: { application: ApplicationDetail }) {
  const shown = warningsOf(application);
  if (application.ended !== null || shown.length === 0) return null;
  return (
    <ul className="desk-application__warnings" aria-label={words.title}>
      {shown.map(({ icon, text, isStrong }) => (
        <li key={text} className={`desk-application__warning${isStrong ? ' desk-application__warning--strong' : ''}`}>
          <Icon name={icon} />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}

interface Warning {
  icon: IconName;
  text: string;
  isStrong: boolean;
}

function warningsOf(application: ApplicationDetail): Warning[] {
  const { kind, age, wantsToTalk, talked, needs, duplicates, verification, agreedAtDesk } = application;
  const isTalkLeft = wantsToTalk && talked === null;
  const needsInterpreter = needs?.kinds.includes('interpreter') ?? false;
  const hasRelativeSpoken = verification?.interpreter === 'relative' && agreedAtDesk === null;
  const warnings: (Warning | false)[] = [
    isTalkLeft && { icon: 'people', text: words.talk, isStrong: true },
    kind === 'underEleven' && { icon: 'person', text: words.child(age), isStrong: true },
    kind !== 'underEleven' &&
      age < adultAge && {
        icon: 'person',
        text: age < ownAccountAge ? words.child(age) : words.under16(age),
        isStrong: true,
      },
    needsInterpreter && { icon: 'people', text: words.interpreter(needs?.language ?? null), isStrong: false },
    hasRelativeSpoken && { icon: 'warning', text: words.relative, isStrong: false },
    duplicates > 0 && { icon: 'warning', text: words.duplicate(duplicates), isStrong: false },
  ];
  return warnings.filter((warning) => warning !== false);
}
