/** One note: hertz, when it begins and how long it lasts in seconds, and how loud it gets (1 is all there is). */
interface Note {
  frequency: number;
  start: number;
  seconds: number;
  loudness: number;
}

const warning: readonly Note[] = [
  { frequency: 660, start: 0, seconds: 0.35, loudness: 0.15 },
  { frequency: 880, start: 0.35, seconds: 0.35, loudness: 0.15 },
];

/** Rises like the warning does not: one is "well done", the other "are you there?". */
const success: readonly Note[] = [
  { frequency: 784, start: 0, seconds: 0.25, loudness: 0.08 },
  { frequency: 1175, start: 0.12, seconds: 0.5, loudness: 0.08 },
];

/** Six pairs of a high and a low tone in three seconds: loud enough for a waiting room, unlike any other sound of the kiosk. */
const help: readonly Note[] = Array.from({ length: 6 }, (_, place) => [
  { frequency: 988, start: place * 0.5, seconds: 0.24, loudness: 0.7 },
  { frequency: 740, start: place * 0.5 + 0.25, seconds: 0.24, loudness: 0.7 },
]).flat();

/** Three falling tones that ring out, as in a station: "look up". Low enough for ears that have lost the high notes. */
const call: readonly Note[] = [
  { frequency: 784, start: 0, seconds: 0.9, loudness: 0.35 },
  { frequency: 659, start: 0.4, seconds: 0.9, loudness: 0.35 },
  { frequency: 523, start: 0.8, seconds: 1.4, loudness: 0.4 },
];

const melodies = { warning, success, help, call };
export type Melody = keyof typeof melodies;

/** Plays a short sound, made on the spot: no sound file. Silent where the machine has no sound: all it says is on the screen too. */
export function chime(melody: Melody): void {
  try {
    const audio = new AudioContext();
    playMelody(audio, melody);
    // A machine without sound never gets to the end by itself.
    setTimeout(() => void audio.close().catch(() => undefined), (secondsOf(melody) + 1) * 1_000);
  } catch {
    // Without sound the words are still on the screen.
  }
}

/** How long a sound is. */
export function secondsOf(melody: Melody): number {
  return Math.max(...melodies[melody].map((note) => note.start + note.seconds));
}

/** Plays a sound on an `audio` that is there already, from now on. */
export function playMelody(audio: AudioContext, melody: Melody): void {
  const began = audio.currentTime;
  for (const note of melodies[melody]) playNote(audio, began + note.start, note);
}

function playNote(audio: AudioContext, start: number, { frequency, seconds, loudness }: Note): void {
  const volume = new GainNode(audio, { gain: 0 });
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(loudness, start + 0.03);
  volume.gain.exponentialRampToValueAtTime(0.001, start + seconds);
  const tone = new OscillatorNode(audio, { frequency });
  tone.connect(volume).connect(audio.destination);
  tone.start(start);
  tone.stop(start + seconds);
}
