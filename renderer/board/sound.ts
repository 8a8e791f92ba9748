import { playMelody, secondsOf } from '../ui/chime';
import type { BoardClient } from './boardClient';
import type { BoardSound } from './flow/sounds';
import { speakHere } from './voice';

/** A machine that thinks about its words this long has none: the call is on the screen all the same. */
const patienceMilliseconds = 6_000;

/** The sound of the board: a chime, then the words, one call after the other. */
export interface BoardVoice {
  /** Resolves when it was heard, or could not be. Never throws. */
  play(sound: BoardSound, client: BoardClient): Promise<void>;
  /** Browsers are silent until somebody touches the page. */
  isAllowed(): boolean;
  allow(): void;
  /** Calls `listener` when that changes, until the returned function is called. */
  subscribe(listener: () => void): () => void;
}

/** Opens this machine's sound, if it has one. */
export function createVoice(): BoardVoice {
  const audio = openAudio();
  let last: Promise<void> = Promise.resolve();
  return {
    play(sound, client) {
      last = last.then(() => (audio === null ? undefined : heard(audio, sound, client))).catch(() => undefined);
      return last;
    },
    // Without any sound there is nothing to allow.
    isAllowed: () => audio === null || audio.state === 'running',
    allow: () => void audio?.resume().catch(() => undefined),
    subscribe(listener) {
      audio?.addEventListener('statechange', listener);
      return () => audio?.removeEventListener('statechange', listener);
    },
  };
}

function openAudio(): AudioContext | null {
  try {
    return new AudioContext();
  } catch {
    return null;
  }
}

async function heard(audio: AudioContext, sound: BoardSound, client: BoardClient): Promise<void> {
  // A browser that may not sound keeps what it was given for later: nobody wants to hear ten calls when the sound is turned on.
  if (audio.state !== 'running') return;
  const isSpoken = sound.kind === 'call' && sound.isSpoken;
  const words = isSpoken ? wordsOf(client, sound.callId) : null;
  playMelody(audio, 'call');
  await pause(secondsOf('call') * 1_000);
  const found = await words;
  if (found === null) return;
  if (found.wav !== null) await playFile(audio, found.wav);
  else if (found.text !== null) await speakHere(found.text);
}

/** Asked for while the chime plays, so that the words follow it at once. */
async function wordsOf(
  client: BoardClient,
  callId: string,
): Promise<{ wav: string | null; text: string | null } | null> {
  try {
    return await client.speech({ callId }, { signal: AbortSignal.timeout(patienceMilliseconds) });
  } catch {
    return null;
  }
}

async function playFile(audio: AudioContext, wav: string): Promise<void> {
  const bytes = Uint8Array.from(atob(wav), (letter) => letter.codePointAt(0) ?? 0);
  const buffer = await audio.decodeAudioData(bytes.buffer);
  const player = new AudioBufferSourceNode(audio, { buffer });
  player.connect(audio.destination);
  player.start();
  // By the clock: a machine whose loudspeaker is gone would never say that it is done.
  await pause(buffer.duration * 1_000);
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
