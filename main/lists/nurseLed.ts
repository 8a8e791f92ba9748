import { foldWords } from './words';

const nurseWords =
  /\b(?:nurses?|nursing|sister|matron|anp|hca|hcas|hcsw|health ?care assistants?|health ?care support workers?|phlebotom\w*|treatment room)\b/;
const otherWords =
  /\b(?:dr|doctor|gp|gps|general practitioner|general medical practitioner|locum|registrar|physio\w*|pharmac\w*|paramedic|physician|link worker|social prescriber|counsellor|mental health practitioner|dietitian|podiatrist|midwi\w*)\b/;

/**
 * Is the session led by a nurse or a health care assistant? The person decides (user type, then the clinician's own title); only where
 * neither says, the kind of session does: doctors hold "Nurse 20 min" slots too.
 */
export function isLedByNurse(role: string, clinician: string, sessionWords: string): boolean {
  for (const text of [foldWords(role), foldWords(clinician)]) {
    if (nurseWords.test(text)) return true;
    if (otherWords.test(text)) return false;
  }
  return nurseWords.test(foldWords(sessionWords));
}
