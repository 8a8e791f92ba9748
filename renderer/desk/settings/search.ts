import { settingsWords } from '../../text/desk/settings';
import { ruleWords } from '../../text/desk/settingsRules';
import type { RuleName, RuleWords } from '../../text/desk/settingsRules';
import { ruleNames, ruleTable } from './ruleTable';

/** The rules whose words hold every word looked for, in the order of the table; its name in files counts too. */
export function findRules(sought: string): RuleName[] {
  const words = fold(sought)
    .split(/\s+/)
    .filter((word) => word !== '');
  return ruleNames.filter((name) => {
    const { title, effect, example = '' }: RuleWords = ruleWords[name];
    const all = fold([title, effect, example, name, settingsWords.groupTitles[ruleTable[name].group]].join(' '));
    return words.every((word) => all.includes(word));
  });
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
