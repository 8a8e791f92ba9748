/** Two soft notes, in hertz, one after the other. */
const notes = [660, 880];
const noteSeconds = 0.35;
const loudness = 0.15;

/** Plays a short, soft chime, made on the spot: no sound file. Silent where the machine has no sound. */
export function chime(): void {
  try {
    play();
  } catch {
    // Without sound the warning is still on the screen.
  }
}

function play(): void {
  const audio = new AudioContext();
  const end = notes.length * noteSeconds;
  for (const [place, frequency] of notes.entries()) {
    const start = audio.currentTime + place * noteSeconds;
    const volume = new GainNode(audio, { gain: 0 });
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(loudness, start + 0.03);
    volume.gain.exponentialRampToValueAtTime(0.001, start + noteSeconds);
    const tone = new OscillatorNode(audio, { frequency });
    tone.connect(volume).connect(audio.destination);
    tone.start(start);
    tone.stop(start + noteSeconds);
  }
  // A machine without sound never gets to the end by itself.
  setTimeout(() => void audio.close().catch(() => undefined), (end + 1) * 1_000);
}
