import {
  lookAlikeKey,
  slipFieldsOf,
  slipGroups,
  spelled,
  type SlipField,
  type SlipSystem,
  type SlipValues,
} from '../../../preload/contract/rules/slipValues';
import type { SetupSlip } from '../../domain/slip/types';
import { safe } from '../desk/downtimePage';
import { given } from '../desk/paperPage';
import { codeOf, dayIn, fact, footOf, headOf, stepsOf, type Drawing, type Say } from './parts';

/** Longer details have a line of their own; shorter ones stand side by side where there is room. */
const longestBeside = 8;

/** The setup slip. What stands on it opens an account, so it says so, and of its owner it says first name and initial alone. */
export function setupSlip(slip: SetupSlip, drawing: Drawing): string {
  const { say } = drawing;
  const { system, values, name, reference, link, expiresOn, isSample } = slip;
  const sample = isSample ? `<span class="sample">${say((words) => words.setup.sample)}</span>` : '';
  // Where neither name holds a letter there is nothing to call anybody by.
  const whose =
    name === ''
      ? ''
      : `<p class="whose"><span class="inline">${say((words) => words.for)}</span> <b>${given(name)}</b></p>`;
  const more = [
    // Where there are no details nothing runs out.
    ...(expiresOn === null || values === null
      ? []
      : [
          fact(
            say((words) => words.setup.expires),
            `<b>${dayIn(say, expiresOn)}</b>`,
          ),
        ]),
    fact(
      say((words) => words.setup.system),
      say((words) => words.setup.systems[system]),
    ),
    // Not code and not details: for staff who hold two slips of one name.
    ...(reference === null
      ? []
      : [
          fact(
            say((words) => words.setup.reference),
            given(reference),
          ),
        ]),
  ];
  return [
    headOf(
      slip,
      say((words) => words.setup.heading),
      { mark: sample, whose },
    ),
    values === null || system === 'nhsApp' ? noDetails(say) : details(say, system, values),
    codeOf(drawing, link),
    stepsOf(
      say,
      say((words) => words.setup.whatToDo),
      (words) => words.setup.steps[system],
    ),
    values === null ? '' : secret(say),
    footOf(drawing, slip, more),
  ].join('');
}

function noDetails(say: Say): string {
  return `<section class="details none"><p>${say((words) => words.setup.noDetails)}</p></section>`;
}

function details(say: Say, system: Exclude<SlipSystem, 'nhsApp'>, values: SlipValues): string {
  const fields = slipFieldsOf(system);
  const detail = (field: SlipField): string =>
    [
      `<div class="detail${values[field].length > longestBeside ? ' wide' : ''}">`,
      `<dt>${say((words) => words.setup.fields[system][field].label)}</dt>`,
      `<dd class="where">${say((words) => words.setup.fields[system][field].where)}</dd>`,
      `<dd class="value">${groups(values[field])}</dd>`,
      '</div>',
    ].join('');
  return [
    '<section class="details">',
    `<h2>${say((words) => words.setup.details)}</h2>`,
    `<p class="typing">${say((words) => words.setup.typing)}</p>`,
    `<dl>${fields.map(detail).join('')}</dl>`,
    '</section>',
    keyOf(
      say,
      fields.map((field) => values[field]),
    ),
  ].join('');
}

/** Gaps are room on the paper, not characters: whoever copies the text copies none. */
function groups(value: string): string {
  return slipGroups(value)
    .map((group) => `<span class="group">${safe(group)}</span>`)
    .join('');
}

function keyOf(say: Say, values: readonly string[]): string {
  const key = lookAlikeKey(values);
  if (key.length === 0) return '';
  const rows = key.map((group) => {
    const characters = spelled(group).map(
      (one) =>
        `<span class="alike"><b class="mono">${safe(one.character)}</b>${say((words) => words.setup.called(one))}</span>`,
    );
    return `<li>${characters.join('')}</li>`;
  });
  return `<div class="key"><h3>${say((words) => words.setup.key)}</h3><ul>${rows.join('')}</ul></div>`;
}

function secret(say: Say): string {
  return [
    '<section class="keepSafe">',
    `<h2>${say((words) => words.setup.secret.heading)}</h2>`,
    `<p>${say((words) => words.setup.secret.lines.join(' '))}</p>`,
    `<p>${say((words) => words.setup.secret.lost)}</p>`,
    '</section>',
  ].join('');
}
