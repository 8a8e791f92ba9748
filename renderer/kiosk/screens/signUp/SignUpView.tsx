import type { ReactNode } from 'react';
import { AccountWhose, AccountWish } from './Account';
import { AskerUnderSixteen, UnderEleven } from './AtReception';
import { BirthDate } from './BirthDate';
import { Check } from './Check';
import { NeedsPage } from './NeedsPage';
import { RecordTopics, Statement } from './RecordPages';
import { ServicesPage } from './ServicesPage';
import type { SignUpPageProps } from './signUpProps';
import { Start } from './Start';
import { Address, Contact, Name, NhsNumber, TheirName } from './TextPages';
import { Relation, Reuse, WhoFor } from './Whom';
import { ContactSafe, KnowsNhsNumber } from './YesNoPages';

/** A page of an application. Each is drawn afresh, so that its heading takes the focus and nothing of one is left in the next. */
export function SignUpView(props: SignUpPageProps): ReactNode {
  switch (props.screen.page) {
    case 'start':
      return <Start {...props} />;
    case 'accountWish':
      return <AccountWish {...props} />;
    case 'accountWhose':
      return <AccountWhose {...props} />;
    case 'whoFor':
      return <WhoFor {...props} />;
    case 'reuse':
      return <Reuse {...props} />;
    case 'relationship':
      return <Relation {...props} />;
    case 'name':
      return <Name {...props} />;
    case 'dateOfBirth':
    case 'theirDateOfBirth':
      return <BirthDate key={props.screen.page} {...props} />;
    case 'underEleven':
      return <UnderEleven {...props} />;
    case 'askerUnderSixteen':
      return <AskerUnderSixteen {...props} />;
    case 'theirName':
      return <TheirName {...props} />;
    case 'knowsNhsNumber':
      return <KnowsNhsNumber {...props} />;
    case 'nhsNumber':
      return <NhsNumber {...props} />;
    case 'address':
      return <Address {...props} />;
    case 'contact':
      return <Contact {...props} />;
    case 'contactSafe':
      return <ContactSafe {...props} />;
    case 'services':
      return <ServicesPage {...props} />;
    case 'recordTopics':
      return <RecordTopics {...props} />;
    case 'statement':
      // Its button too: the second half of a double tap must not agree to a sentence that nobody has read.
      return <Statement key={props.screen.draft.agreed.length} {...props} />;
    case 'needs':
      return <NeedsPage {...props} />;
    case 'check':
      return <Check {...props} />;
  }
}
