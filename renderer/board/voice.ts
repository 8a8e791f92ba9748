/** A voice that is stuck must not hold up the next call. */
const longestMilliseconds = 12_000;

/**
 * Says `text` with a voice of this machine, if it has an English one. Voices that send what they say over the internet are not used: a name
 * may be in it.
 */
export function speakHere(text: string): Promise<void> {
  const voice = englishVoice();
  if (voice === null) return Promise.resolve();
  return new Promise((resolve) => {
    const words = new SpeechSynthesisUtterance(text);
    words.voice = voice;
    words.lang = voice.lang;
    words.rate = 0.85;
    const done = (): void => {
      window.clearTimeout(limit);
      resolve();
    };
    const limit = window.setTimeout(() => {
      window.speechSynthesis.cancel();
      resolve();
    }, longestMilliseconds);
    words.addEventListener('end', done);
    words.addEventListener('error', done);
    window.speechSynthesis.speak(words);
  });
}

function englishVoice(): SpeechSynthesisVoice | null {
  if (!('speechSynthesis' in window)) return null;
  const english = window.speechSynthesis
    .getVoices()
    .filter(({ lang, localService }) => localService && /^en\b/i.test(lang));
  return english.find(({ lang }) => /^en[-_]GB$/i.test(lang)) ?? english[0] ?? null;
}
