import { actionWords, auditWords, detailWords } from '../../text/desk/audit';
import { machineWords } from '../../text/desk/settingsMachine';
import type { MachineName } from '../../text/desk/settingsMachine';
import { ruleWords } from '../../text/desk/settingsRules';
import { timeOf } from '../../text/desk/times';
import { describe } from '../settings/describe';
import { isRuleName } from '../settings/ruleTable';

const londonDate = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const closedAccount = /^staff:(?<id>[0-9a-f-]{36})$/;

type Detail = Readonly<Record<string, unknown>>;

/** What was done, in plain words where they are known, else as the chain names it. */
export function actionIn(action: string): string {
  return Object.hasOwn(actionWords, action) ? (actionWords[action] ?? action) : action;
}

/** Who did it: a name, or in words what is nobody's account or one that is not known here. */
export function actorIn(actor: string): string {
  const id = closedAccount.exec(actor)?.groups?.['id'];
  if (id !== undefined) return auditWords.unknownAccount(shortId(id));
  const words: Readonly<Record<string, string>> = auditWords.nobody;
  return Object.hasOwn(words, actor) ? (words[actor] ?? actor) : actor;
}

/** London day and time; what is no time, as it stands in the chain. */
export function whenIn(at: string): string {
  return Number.isNaN(Date.parse(at)) ? at : `${londonDate.format(new Date(at))}, ${timeOf(at)}`;
}

/** The beginning of a random id: enough to tell two apart on one page. */
export function shortId(id: string): string {
  return id.slice(0, 8);
}

/** What an entry says beyond who, what and when, in one line. Never throws, whatever stands there. */
export function detailIn(action: string, detail: Detail): string {
  const { name } = detail as { name?: unknown };
  if (action === 'rules.changed' && typeof name === 'string' && isRuleName(name)) {
    const before = detail['before'] === null ? auditWords.asByDefault : describe(name, detail['before']);
    return `${ruleWords[name].title}: ${before} → ${describe(name, detail['after'])}`;
  }
  return pairs(action, detail).join('; ');
}

function pairs(action: string, detail: Detail): string[] {
  return Object.entries(detail)
    .filter(([, value]) => value !== null && !isEmpty(value))
    .map(([name, value]) => {
      const label = Object.hasOwn(detailWords, name) ? (detailWords[name] ?? name) : name;
      return `${label}: ${valueIn(action, value)}`;
    });
}

function valueIn(action: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((one) => valueIn(action, one)).join(', ');
  if (typeof value === 'object' && value !== null) return pairs(action, { ...value }).join(', ');
  if (action === 'machine.changed' && typeof value === 'string' && isMachineName(value)) {
    return machineWords[value].title;
  }
  if (typeof value === 'boolean') return value ? auditWords.yes : auditWords.no;
  return String(value);
}

/** A list or a table with nothing in it, or nothing but nulls, has nothing to say. */
function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.values(value).every((one) => one === null);
}

function isMachineName(name: string): name is MachineName {
  return Object.hasOwn(machineWords, name);
}
