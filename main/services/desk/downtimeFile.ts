import { createHash, pbkdf2, randomBytes, webcrypto } from 'node:crypto';
import { promisify } from 'node:util';
import type { DowntimeSheet } from '../../../preload/contract/desk/today';
import { normalisePassphrase } from '../../domain/desk/passphrase';
import { downtimeStyle, pageOf, safe, sheetPage } from './downtimePage';
import { downtimeScript } from './downtimeScript';
import { downtimeWords as words, writtenAt } from './downtimeWords';

/** Rounds of PBKDF2 with SHA-256 (OWASP "Password Storage", 2023): whoever has the file can try as fast as they have machines. */
export const iterations = 600_000;

/** What the file is encrypted with. Both in base64; made once, when the passphrase is set, and kept in the vault. */
export interface DowntimeKey {
  salt: string;
  key: string;
}

/** The key that `passphrase` comes to with a salt of its own. */
export async function deriveDowntimeKey(passphrase: string): Promise<DowntimeKey> {
  const salt = randomBytes(16);
  const key = await promisify(pbkdf2)(normalisePassphrase(passphrase), salt, iterations, 32, 'sha256');
  return { salt: salt.toString('base64'), key: key.toString('base64') };
}

/**
 * The downtime file: one HTML page without anything from elsewhere that asks for the passphrase and shows the sheet. Readable in it without the
 * passphrase: the practice's name and when it was written. AES-256-GCM, so that a changed file does not open; a new nonce each time.
 */
export async function makeDowntimeFile(sheet: DowntimeSheet, { salt, key }: DowntimeKey): Promise<string> {
  const text = new TextEncoder().encode(await sheetPage(sheet));
  const iv = randomBytes(12);
  const cipher = await webcrypto.subtle.importKey('raw', Buffer.from(key, 'base64'), 'AES-GCM', false, ['encrypt']);
  const data = Buffer.from(await webcrypto.subtle.encrypt({ name: 'AES-GCM', iv }, cipher, text));
  const sealed = { version: 1, iterations, salt, iv: iv.toString('base64'), data: data.toString('base64') };
  const written = writtenAt(sheet.at);
  const body = [
    `<main><h1>${safe(words.lockedTitle(written))}</h1>`,
    sheet.isDemonstration ? `<p class="demonstration">${words.demonstration}</p>` : '',
    `<p>${safe(sheet.practice)}. ${safe(words.lead)}</p>`,
    `<form><label for="passphrase">${words.passphrase}</label>`,
    '<input id="passphrase" type="password" autocomplete="off" required autofocus><div>',
    `<button>${words.open}</button></div></form>`,
    `<p id="said" role="alert" ${saidOf(['opening', 'wrong', 'damaged', 'tooOld'])}></p></main>`,
    `<button id="print" type="button" hidden>${words.print}</button>`,
    // Base64 in JSON: nothing in it ends the element.
    `<script id="sealed" type="application/json">${JSON.stringify(sealed)}</script>`,
  ];
  return pageOf({ title: words.lockedTitle(written), head: headOf(), body: body.join('') });
}

/** The page may run this one script and use this one style; it can ask nobody for anything. */
function headOf(): string {
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(downtimeScript)}`,
    `style-src ${hashOf(downtimeStyle)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="no-referrer"><script>${downtimeScript}</script>`;
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function saidOf(names: readonly ('opening' | 'wrong' | 'damaged' | 'tooOld')[]): string {
  return names.map((name) => `data-${name.toLowerCase()}="${safe(words[name])}"`).join(' ');
}
