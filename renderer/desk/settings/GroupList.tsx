import { settingsWords } from '../../text/desk/settings';
import type { Draft } from './draft';
import { groups, isRuleName, ruleTable } from './ruleTable';
import type { Group } from './ruleTable';

interface GroupListProps {
  chosen: Group | 'machine' | null;
  draft: Draft;
  machineChanges: number;
  onChoose: (group: Group | 'machine') => void;
}

/** The groups of settings, each with how many of its changes are not saved. */
export function GroupList({ chosen, draft, machineChanges, onChoose }: GroupListProps) {
  const changed = Object.keys(draft).filter(isRuleName);
  const countIn = (group: Group | 'machine'): number =>
    group === 'machine' ? machineChanges : changed.filter((name) => ruleTable[name].group === group).length;
  return (
    <nav aria-label={settingsWords.groups}>
      <ul className="desk-settings__groups">
        {([...groups, 'machine'] as const).map((group) => {
          const count = countIn(group);
          const title = settingsWords.groupTitles[group];
          return (
            <li key={group}>
              <button
                type="button"
                className="desk-settings__group"
                aria-current={chosen === group ? 'true' : undefined}
                onClick={() => onChoose(group)}
              >
                <span>{title}</span>
                {count === 0 ? null : (
                  <>
                    <span className="desk-settings__count">{count}</span>
                    <span className="desk-hidden">{settingsWords.unsavedHere(count)}</span>
                  </>
                )}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
