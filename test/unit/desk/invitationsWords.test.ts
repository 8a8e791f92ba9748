import { describe, expect, test } from 'vitest';
import { batchSchema, printReasonSchema } from '../../../preload/contract/desk/printing';
import { UnreadableFile } from '../../../renderer/desk/lists/sendFile';
import { choiceProblem, listInBase64, mostListBytes } from '../../../renderer/desk/slips/invitations/batchFile';
import type { ListFile } from '../../../renderer/desk/slips/invitations/batchFile';
import {
  invitationRefusalOf,
  invitationWords,
  stoppedSentences,
  waitingSentences,
} from '../../../renderer/text/desk/invitations';

function fileOf(bytes: Uint8Array): ListFile & { given: ArrayBuffer } {
  const given = new Uint8Array(bytes).buffer;
  return { name: 'diabetes.csv', size: bytes.length, given, arrayBuffer: () => Promise.resolve(given) };
}

describe('a list that is chosen', () => {
  test('is one file, and no larger than the machine takes', () => {
    expect(choiceProblem([])).toBe('oneFile');
    expect(choiceProblem([{ size: 1 }, { size: 1 }])).toBe('oneFile');
    expect(choiceProblem([{ size: mostListBytes + 1 }])).toBe('tooLarge');
    expect(choiceProblem([{ size: mostListBytes }])).toBeNull();
    expect(Math.ceil(mostListBytes / 3) * 4).toBeLessThanOrEqual(1_300_000);
  });

  test('is sent as it is, whatever bytes it has, and does not stay in the page', async () => {
    const bytes = Uint8Array.from({ length: 20_000 }, (_one, index) => (index * 7) % 256);
    const file = fileOf(bytes);
    expect(Buffer.from(await listInBase64(file), 'base64').equals(Buffer.from(bytes))).toBe(true);
    expect(new Uint8Array(file.given).every((byte) => byte === 0)).toBe(true);
  });

  test('that is gone from the PC is told as such', async () => {
    const gone: ListFile = { ...fileOf(new Uint8Array(3)), arrayBuffer: () => Promise.reject(new Error('gone')) };
    await expect(listInBase64(gone)).rejects.toBeInstanceOf(UnreadableFile);
  });
});

describe('a list that cannot be used', () => {
  test.each(['notText', 'noNames', 'nobody', 'tooMany'])('says why and what to do: %s', (why) => {
    expect(invitationRefusalOf('UNREADABLE', { why })).toMatch(/\.$/);
  });

  test('has words even for a reason of a newer machine, and none for what is no affair of lists', () => {
    expect(invitationRefusalOf('UNREADABLE', { why: 'toString' })).toBe(
      invitationRefusalOf('UNREADABLE', { why: 'notText' }),
    );
    expect(invitationRefusalOf('UNREADABLE', undefined)).toMatch(/\.$/);
    expect(invitationRefusalOf('NOT_MADE', { why: 'doesNotFit' })).toMatch(/larger paper/);
    expect(invitationRefusalOf('LOST', undefined)).toBeNull();
  });
});

describe('a batch', () => {
  test('that has stopped by itself names the printer, the reason, and the way on', () => {
    for (const reason of printReasonSchema.options) {
      const [first, ...others] = stoppedSentences({ reason, printer: 'Office' });
      expect(first).toMatch(/^Office: /);
      expect(others).toHaveLength(2);
    }
    expect(stoppedSentences({ reason: null, printer: 'Office' })).toEqual([]);
  });

  test('of which a page waits says at which printer, why, and how long it may', () => {
    for (const reason of printReasonSchema.options) {
      const [first, ...others] = waitingSentences({ waiting: { reason }, printer: 'Office' });
      expect(first).toMatch(/^Office: /);
      expect(others.join(' ')).toContain('two minutes');
    }
    expect(waitingSentences({ waiting: { reason: null }, printer: 'Office' })[0]).toBe('Go and look at the printer.');
    expect(waitingSentences({ waiting: null, printer: 'Office' })).toEqual([]);
  });

  test('has words for every state', () => {
    expect(Object.keys(invitationWords.states).toSorted()).toEqual([...batchSchema.shape.state.options].toSorted());
  });

  test('of one person and of many is said rightly', () => {
    expect(invitationWords.read(1)).toBe('1 person in the list');
    expect(invitationWords.read(1000)).toBe('1,000 people in the list');
    expect(invitationWords.printAll(1)).toBe('Print the invitation');
    expect(invitationWords.printAll(12)).toBe('Print all 12 invitations');
  });

  test('tells which lines were left out, and that there are more than it can name', () => {
    expect(invitationWords.leftOut([4])).toBe('1 line left out, with no usable name: line 4.');
    expect(invitationWords.leftOut([4, 9])).toBe('2 lines left out, with no usable name: lines 4, 9.');
    expect(invitationWords.leftOut(Array.from({ length: 100 }, (_one, index) => index))).toMatch(
      /^At least 100 lines .* …$/,
    );
  });

  test('that is forgotten half way says what is lost with it', () => {
    expect(invitationWords.forgetLead({ printed: 0, total: 5 })).toMatch(/Nothing has been printed/);
    expect(invitationWords.forgetLead({ printed: 2, total: 5 })).toMatch(/2 of 5 are printed/);
  });
});
