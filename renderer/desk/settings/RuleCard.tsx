import { settingsWords } from '../../text/desk/settings';
import { ruleWords } from '../../text/desk/settingsRules';
import type { RuleName, RuleWords } from '../../text/desk/settingsRules';
import { Button } from '../parts/Button';
import { describe } from './describe';
import type { Suggestions } from './editors/editorProps';
import { RuleEditor } from './RuleEditor';
import { isSame } from './values';
import type { Rules } from './values';

interface RuleCardProps {
  name: RuleName;
  saved: Rules;
  /** What is saved with what is not saved yet over it. */
  rules: Rules;
  defaults: Rules;
  suggestions: Suggestions;
  problems: readonly string[];
  onChange: (name: RuleName, value: unknown) => void;
}

/** One setting: what it does, an example, how it is changed, and the way back. */
export function RuleCard({ name, saved, rules, defaults, suggestions, problems, onChange }: RuleCardProps) {
  const words: RuleWords = ruleWords[name];
  const value = rules[name];
  const isDefault = isSame(value, defaults[name]);
  const isDirty = !isSame(value, saved[name]);
  return (
    <div className="desk-settings__card" id={cardId(name)}>
      <div className="desk-settings__cardHead">
        <h3 className="desk-settings__cardTitle">{words.title}</h3>
        {isDirty ? (
          <strong className="desk-settings__mark desk-settings__mark--dirty">{settingsWords.notSaved}</strong>
        ) : null}
        {isDefault ? null : <span className="desk-settings__mark">{settingsWords.changedFromDefault}</span>}
      </div>
      <p className="desk-settings__effect">{words.effect}</p>
      {words.example === undefined ? null : (
        <p className="desk-settings__example">
          {settingsWords.example} {words.example}
        </p>
      )}
      {problems.map((problem) => (
        <p key={problem} className="desk-settings__problem">
          {problem}
        </p>
      ))}
      <div className="desk-settings__editor">
        <RuleEditor
          name={name}
          value={value}
          rules={rules}
          suggestions={suggestions}
          onChange={(next) => onChange(name, next)}
        />
      </div>
      <div className="desk-settings__cardFoot">
        <span className="desk-settings__default">
          {settingsWords.defaultIs} {describe(name, defaults[name])}
        </span>
        {isDefault ? null : (
          <Button
            kind="quiet"
            isSmall
            label={settingsWords.toDefaultOf(words.title)}
            onPress={() => onChange(name, defaults[name])}
          >
            {settingsWords.toDefault}
          </Button>
        )}
        {isDirty ? (
          <Button
            kind="quiet"
            isSmall
            label={settingsWords.putBackOf(words.title)}
            onPress={() => onChange(name, saved[name])}
          >
            {settingsWords.putBack}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

export function cardId(name: string): string {
  return `setting-${name}`;
}

/** Brings a setting into view and puts the focus into it. */
export function focusCard(name: string): void {
  const card = document.getElementById(cardId(name));
  card?.scrollIntoView({ block: 'center' });
  card?.querySelector<HTMLElement>('input, select, textarea, button')?.focus({ preventScroll: true });
}
