import type { ComeBack } from '../../../../preload/contract/desk/applications';
import type { Role } from '../../../../preload/contract/desk/roles';
import { paperSizes } from '../../../../preload/contract/rules/paper';
import type { Reference } from '../../../../preload/contract/rules/reference';
import { bringOf, identityWords as words } from '../../../text/desk/applicationsIdentity';
import { printingWords } from '../../../text/desk/printing';
import { Button } from '../../parts/Button';
import { PrintAtReception } from '../../slips/printers/PrintAtReception';
import { usePrinting } from '../../slips/usePrinting';
import type { TabProps } from '../../tabProps';
import { isBrowser } from '../page/papers';
import type { Offers } from '../acting/panelProps';

interface BringSheetProps extends TabProps {
  reference: Reference;
  missing: readonly ComeBack[];
  offers: Offers;
}

/** What to bring, as the patient takes it home: the reference and no name, as a paper may lie about. Printing the page prints this alone. */
export function BringSheet({ reference, missing, offers, client, who }: BringSheetProps) {
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
      {who.roles.some(isOfReception) ? <AtReception client={client} missing={missing} /> : null}
    </div>
  );
}

/** The same at the printer behind reception, for a desk whose PC has none. */
function AtReception({ client, missing }: Pick<BringSheetProps, 'client' | 'missing'>) {
  const printing = usePrinting(client);
  return (
    <>
      <PrintAtReception
        printing={printing}
        sizes={paperSizes}
        words={printingWords.atReception}
        print={(size, printer) => client.printing.printBring({ missing: [...missing], size, printer })}
      />
      <p className="desk-applications__small desk-bring__note">{printingWords.bringNoReference}</p>
    </>
  );
}

function isOfReception(role: Role): boolean {
  return role === 'receptionist' || role === 'verifier' || role === 'authoriser';
}
