import { expect } from '@playwright/test';
import type { ApplicationDetail } from '../../preload/contract/desk/applications';
import type { Role } from '../../preload/contract/desk/roles';
import { applicationByReference } from '../../main/store/applications';
import { readAudit } from '../../main/store/audit';
import type { StoredApplication } from '../../main/domain/application/types';
import { openDesk, type DeskSituation } from './desk';
import { patient } from './situations';
import { addPerson, signedInAs, type AskAs } from './staff';
import { keysFolder, readStoreCopy } from './storeCopy';
import { storeText } from './storeText';

/* A kiosk whose desk has one person for each role of sign-up, so that who does what is seen. */

const team = ['receptionist', 'verifier', 'authoriser', 'accountCreator', 'clinicalReviewer'] as const;
type TeamRole = (typeof team)[number];

export interface SignUpDesk extends DeskSituation {
  as: Readonly<Record<TeamRole, AskAs>>;
  /** Everything of one application, as `role` opens it. */
  open(reference: string, role?: TeamRole): Promise<ApplicationDetail>;
  /** Does one act with the version as it stands; expects it to be done. */
  act(role: TeamRole, path: string, reference: string, input?: object): Promise<void>;
  /** The same, refused: the status and the error. */
  refused(role: TeamRole, path: string, reference: string, input?: object): Promise<{ status: number; json: unknown }>;
  /** As the store has it. */
  stored(reference: string): Promise<StoredApplication>;
  /** What the trail says of it: action and role, in order. */
  trail(reference: string): Promise<string[]>;
  /** The whole decrypted store. */
  text(): Promise<string>;
}

export const documents = {
  method: 'documents',
  photoDocument: 'Passport',
  addressDocument: 'Council tax bill',
  interpreter: 'none',
  isThePerson: true,
  isTheRecord: true,
  wasAskedAlone: false,
} as const;
export const vouching = { ...documents, method: 'vouching', photoDocument: null, addressDocument: null } as const;

const always = { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] };
export const openAlways = { signUpClosed: always, ownQuestion: null, isNeedsQuestionAsked: false };

export async function openSignUpDesk(options: Parameters<typeof openDesk>[1] = {}): Promise<SignUpDesk> {
  const desk = await openDesk([], {
    more: [patient('10:10')],
    ...options,
    rules: { ...openAlways, ...options.rules },
  });
  const asked: [TeamRole, AskAs][] = [];
  for (const [place, role] of team.entries()) {
    const person = {
      username: role.toLowerCase(),
      displayName: `Staff ${role}`,
      passphrase: `made-up ${role} lantern`,
    };
    await addPerson(desk, person, [role satisfies Role]);
    asked.push([role, await signedInAs(desk, person, `127.0.3.${String(place + 1)}`)]);
  }
  const as = Object.fromEntries(asked) as SignUpDesk['as'];
  const keys = await keysFolder(desk.kiosk.kiosk);
  const { dataFolder } = desk.kiosk.kiosk;

  const open = async (reference: string, role: TeamRole = 'receptionist'): Promise<ApplicationDetail> => {
    const found = await as[role]('applications/find', { reference });
    expect(found.status, JSON.stringify(found.json)).toBe(200);
    const opened = await as[role]('applications/open', found.json);
    expect(opened.status, JSON.stringify(opened.json)).toBe(200);
    return opened.json as ApplicationDetail;
  };
  const ask: SignUpDesk['refused'] = async (role, path, reference, input = {}) => {
    const { applicationId, version } = await open(reference, role);
    return as[role](`applications/${path}`, { applicationId, version, handsOnSeconds: 7, ...input });
  };
  const stored = (reference: string): Promise<StoredApplication> =>
    readStoreCopy(dataFolder, keys, 'demonstration', async ({ db }) => {
      const found = await applicationByReference(db, reference as StoredApplication['reference']);
      if (found === null) throw new Error(`${reference} is not in the store`);
      return found;
    });
  return {
    ...desk,
    as,
    open,
    stored,
    refused: ask,
    async act(role, path, reference, input) {
      const { status, json } = await ask(role, path, reference, input);
      expect(status, `${path}: ${JSON.stringify(json)}`).toBe(200);
    },
    async trail(reference) {
      const { subjectId } = await stored(reference);
      return readStoreCopy(dataFolder, keys, 'demonstration', async ({ db }) =>
        (await readAudit(db, 0, 100_000))
          .filter((row) => row.subjectId === subjectId && row.action !== 'application.opened')
          .map(({ action, detail }) => `${action} ${String(detail['role'] ?? 'kiosk')}`),
      );
    },
    text: () => storeText(dataFolder, keys),
  };
}
