import { tidyText } from './cells';
import { writtenName } from './nameCase';
import { readTitle } from './titles';

/** What is shown when a session is held by a room or a clinic: its name may give away why somebody is here (design §6, hazard "disclosure"). */
export const nobodyByName = 'the practice team';

const notAPerson =
  /\b(?:doctor|nurse|gp|locum|practice|pharmacist|physio\w*|paramedic|hca|anp|clinics?|rooms?|services?|sessions?|hub|team|rota|list|screening|bloods?|phlebotomy|vaccin\w*|immunis\w*|smears?|smoking|sexual|contraception|antenatal|baby|babies|dressings?|diabet\w*|asthma|copd|spirometry|ecg|health checks?|minor (?:ops|surgery|illness)|triage|duty|on call|walk in|reviews?)\b/i;

const leadingRole = /^(?:(?:advanced|senior|lead|specialist) )*(?:practice nurse|nurse practitioner)(?= \p{L})/iu;
const writtenOutTitles = new Set(['doctor', 'professor', 'nurse', 'sister']);

/**
 * The clinician as the public may see them: `RAO, Anita (Dr)` → `Dr Anita Rao`. Roles after a dash, a comma or in brackets are dropped,
 * never shown. Empty when the cell holds no letter.
 */
export function readClinician(text: string): string {
  const tidy = tidyText(text).replace(/[’‘ʼ`]/g, "'");
  const bracketed = [...tidy.matchAll(/[([]([^)\]]*)[)\]]?/g)].flatMap((match) => (match[1] ?? '').split(/[\s,/]+/));
  const bare = tidy.replace(/[([][^)\]]*[)\]]?/g, ' ').split(/\s[-–—|/]+\s/)[0] ?? '';
  const [before = '', ...after] = bare.split(',').map((part) => part.trim().replace(/\s+/g, ' '));
  const left = splitTitle(before);
  const right = splitTitle(after[0] ?? '');
  // "Dr Anita Rao, GP Partner": what follows the comma is a role, not a first name.
  const isLastNameFirst = right.rest !== '' && left.title === null;
  const title = left.title ?? right.title ?? bracketed.map(readTitle).find((found) => found !== null) ?? null;
  const name = isLastNameFirst ? `${writtenName(right.rest)} ${writtenName(left.rest)}` : writtenName(left.rest);
  if (!/\p{L}/u.test(name)) return '';
  // With a title in front ("Dr Jane List") it is a person unless nothing but such words is left ("Nurse Clinic").
  const words = name.split(' ');
  const isNobody = title === null ? notAPerson.test(name) : words.every((word) => notAPerson.test(word));
  if (isNobody) return nobodyByName;
  return title === null ? name : `${title} ${name}`;
}

function splitTitle(text: string): { title: string | null; rest: string } {
  const words = text
    .replace(leadingRole, 'Nurse')
    .split(' ')
    .filter((word) => word !== '');
  const first = readTitle(words[0] ?? '');
  if (first !== null && words.length > 1) return { title: first, rest: words.slice(1).join(' ') };
  const lastWord = words.at(-1) ?? '';
  const last = writtenOutTitles.has(lastWord.toLowerCase()) ? null : readTitle(lastWord);
  if (last !== null && words.length > 1) return { title: last, rest: words.slice(0, -1).join(' ') };
  return { title: null, rest: words.join(' ') };
}
