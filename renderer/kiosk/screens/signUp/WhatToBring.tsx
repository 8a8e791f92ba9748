import { useTranslation } from 'react-i18next';
import type { SignUpOffers } from '../../../../preload/contract/signUp';

interface WhatToBringProps {
  offers: SignUpOffers;
  /** `list`: to be read before; `short`: to be reminded of. */
  look: 'list' | 'short';
}

/**
 * What to bring to reception, and when ID is checked there. Who has no ID can be vouched for, and care never hangs on it: said in the same
 * breath.
 */
export function WhatToBring({ offers, look }: WhatToBringProps) {
  const { t } = useTranslation();
  const { photoDocuments, addressDocuments, addressWithinMonths, identityCheckHours } = offers;
  const Documents = look === 'list' ? DocumentList : DocumentSentence;
  return (
    <section className={`bring bring--${look}`} aria-labelledby="bring">
      <h2 className="bring__heading" id="bring">
        {t('signUpEnds.bring.heading')}
      </h2>
      <div className="bring__kinds">
        <Documents kind={t('signUpEnds.bring.photo')} documents={photoDocuments} />
        <Documents kind={t('signUpEnds.bring.address', { count: addressWithinMonths })} documents={addressDocuments} />
      </div>
      <p>
        {t('signUpEnds.bring.noIdentity')} {look === 'list' ? t('signUpEnds.bring.alwaysSeen') : null}
      </p>
      <p className="bring__hours">
        <b>{t('signUpEnds.bring.hours')}</b> {identityCheckHours}
      </p>
    </section>
  );
}

interface DocumentsProps {
  kind: string;
  documents: readonly string[];
}

function DocumentList({ kind, documents }: DocumentsProps) {
  if (documents.length === 0) return null;
  return (
    <div>
      <h3 className="bring__kind">{kind}</h3>
      <ul className="bring__list">
        {documents.map((document) => (
          <li key={document}>{document}</li>
        ))}
      </ul>
    </div>
  );
}

function DocumentSentence({ kind, documents }: DocumentsProps) {
  const { t, i18n } = useTranslation();
  if (documents.length === 0) return null;
  // British English has no comma before "or".
  const language = i18n.language === 'en' ? 'en-GB' : i18n.language;
  const words = new Intl.ListFormat(language, { type: 'disjunction' }).format(documents);
  return (
    <p>
      <b>{t('signUpEnds.bring.kind', { kind })}</b> {words}
    </p>
  );
}
