import type { NamesFrom } from '../ruleTable';

/** Names to pick from, beside those that can be typed. */
export type Suggestions = Readonly<Record<NamesFrom, readonly string[]>>;

export interface EditorProps {
  /** What the setting is called: labels that stand in no view of their own say it. */
  title: string;
  value: unknown;
  onChange: (value: unknown) => void;
}
