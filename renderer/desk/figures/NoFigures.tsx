import { figuresWords as words } from '../../text/desk/figures';
import { Section } from '../parts/Section';

/** For a practice that has just begun: what will stand here. */
export function NoFigures() {
  return (
    <Section title={words.emptyTitle} lead={words.emptyLead}>
      <ul className="desk-figures__list">
        {words.emptyList.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </Section>
  );
}
