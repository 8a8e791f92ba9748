import type { ComeBack } from '../../../../preload/contract/desk/applications';
import type { Reference } from '../../../../preload/contract/rules/reference';
import { bringOf, identityWords as words } from '../../../text/desk/applicationsIdentity';
import { Button } from '../../parts/Button';
import { isBrowser } from '../page/papers';
import type { Offers } from '../acting/panelProps';

interface BringSheetProps {
  reference: Reference;
  missing: readonly ComeBack[];
  offers: Offers;
}

/** What to bring, as the patient takes it home: the reference and no name, as a paper may lie about. Printing the page prints this alone. */
export function BringSheet({ reference, missing, offers }: BringSheetProps) {
  const { photoDocuments, addressDocuments, addressWithinMonths } = offers;
  const documents = { photo: photoDocuments, address: addressDocuments, months: addressWithinMonths };
  return (
    <div className="desk-bring">
      <div className="desk-print desk-bring__paper">
        <h3 className="desk-bring__title">{words.bringTitle}</h3>
        <ul className="desk-bring__list">
          {missing.map((one) => (
            <li key={one}>{bringOf(one, documents)}</li>
          ))}
        </ul>
        <p className="desk-bring__reference">
          {words.bringReference} <b>{reference}</b>
        </p>
        <p>{words.bringLead}</p>
        <p>{words.bringCare}</p>
      </div>
      {isBrowser() ? (
        <Button isSmall onPress={() => window.print()}>
          {words.print}
        </Button>
      ) : (
        <p className="desk-applications__small">{words.cannotPrint}</p>
      )}
    </div>
  );
}
