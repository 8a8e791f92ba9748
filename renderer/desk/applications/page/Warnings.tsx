import type { ApplicationDetail } from '../../../../preload/contract/desk/applications';
import { pageWords } from '../../../text/desk/applicationsPage';
import { Icon } from '../../../ui/Icon';
import { useToday } from '../acting/useToday';
import { warningsOf } from './warningsOf';

const { warnings: words } = pageWords;

/** What changes how staff go about it: who needs quiet, who is young, who needs an interpreter; at the end what is left to do elsewhere. */
export function Warnings({ application }: { application: ApplicationDetail }) {
  const shown = warningsOf(application, useToday());
  if (shown.length === 0) return null;
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
