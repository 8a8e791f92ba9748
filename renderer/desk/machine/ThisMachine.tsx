import type { MachineState } from '../../../preload/contract/desk/machine';
import { machineWords as words } from '../../text/desk/machine';
import { dayOf, timeOf } from '../../text/desk/times';
import { Section } from '../parts/Section';

/** Versions, and what is not locked down. */
export function ThisMachine({ machine }: { machine: MachineState }) {
  const { version, electron, system, isTestBuild, role, site, dataFolder, startedAt, notLockedDown } = machine;
  return (
    <Section title={words.about}>
      <dl className="desk-machine__facts">
        <dt>{words.facts.version}</dt>
        <dd>
          {version}, Electron {electron}
          {isTestBuild ? `, ${words.testBuild}` : ''}
        </dd>
        <dt>{words.facts.system}</dt>
        <dd>{system}</dd>
        <dt>{words.facts.role}</dt>
        <dd>{words.roles[role]}</dd>
        <dt>{words.facts.site}</dt>
        <dd>{site ?? words.noSite}</dd>
        <dt>{words.facts.dataFolder}</dt>
        <dd>{dataFolder}</dd>
        <dt>{words.facts.since}</dt>
        <dd>
          {dayOf(startedAt)}, {timeOf(startedAt)}
        </dd>
      </dl>
      <h3 className="desk-machine__subtitle">{words.notLocked}</h3>
      {notLockedDown.length === 0 ? (
        <p>{words.allLocked}</p>
      ) : (
        <ul className="desk-machine__list">
          {notLockedDown.map((name) => (
            <li key={name}>{words.open[name]}</li>
          ))}
        </ul>
      )}
    </Section>
  );
}
