/** A language as its speakers write it, with its BCP 47 tag (so that speech and fonts read it right) and its English name. */
interface SpokenLanguage {
  tag: string;
  english: string;
}

/** The languages most asked for in England, and others that practices add. Keyed by their own name. */
const languages: Readonly<Record<string, SpokenLanguage>> = {
  Shqip: { tag: 'sq', english: 'Albanian' },
  አማርኛ: { tag: 'am', english: 'Amharic' },
  العربية: { tag: 'ar', english: 'Arabic' },
  বাংলা: { tag: 'bn', english: 'Bengali' },
  Български: { tag: 'bg', english: 'Bulgarian' },
  粵語: { tag: 'yue', english: 'Cantonese' },
  中文: { tag: 'zh', english: 'Chinese' },
  Čeština: { tag: 'cs', english: 'Czech' },
  دری: { tag: 'prs', english: 'Dari' },
  Nederlands: { tag: 'nl', english: 'Dutch' },
  فارسی: { tag: 'fa', english: 'Farsi' },
  Français: { tag: 'fr', english: 'French' },
  Deutsch: { tag: 'de', english: 'German' },
  Ελληνικά: { tag: 'el', english: 'Greek' },
  ગુજરાતી: { tag: 'gu', english: 'Gujarati' },
  हिन्दी: { tag: 'hi', english: 'Hindi' },
  Magyar: { tag: 'hu', english: 'Hungarian' },
  Italiano: { tag: 'it', english: 'Italian' },
  Kurdî: { tag: 'ku', english: 'Kurdish' },
  کوردی: { tag: 'ckb', english: 'Kurdish' },
  Lietuvių: { tag: 'lt', english: 'Lithuanian' },
  नेपाली: { tag: 'ne', english: 'Nepali' },
  پښتو: { tag: 'ps', english: 'Pashto' },
  Polski: { tag: 'pl', english: 'Polish' },
  Português: { tag: 'pt', english: 'Portuguese' },
  ਪੰਜਾਬੀ: { tag: 'pa', english: 'Punjabi' },
  Română: { tag: 'ro', english: 'Romanian' },
  Русский: { tag: 'ru', english: 'Russian' },
  Slovenčina: { tag: 'sk', english: 'Slovak' },
  Soomaali: { tag: 'so', english: 'Somali' },
  Español: { tag: 'es', english: 'Spanish' },
  தமிழ்: { tag: 'ta', english: 'Tamil' },
  ትግርኛ: { tag: 'ti', english: 'Tigrinya' },
  Türkçe: { tag: 'tr', english: 'Turkish' },
  Українська: { tag: 'uk', english: 'Ukrainian' },
  اردو: { tag: 'ur', english: 'Urdu' },
  'Tiếng Việt': { tag: 'vi', english: 'Vietnamese' },
};

/** What is known of the language that writes its name so, or null for one that only the practice knows. */
export function spokenLanguage(ownName: string): SpokenLanguage | null {
  return Object.hasOwn(languages, ownName) ? (languages[ownName] ?? null) : null;
}
