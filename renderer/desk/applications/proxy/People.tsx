import type { ApplicationDetail } from '../../../../preload/contract/desk/applications';
import { fullNameOf } from '../../../text/desk/applications';
import { proxyWords as words } from '../../../text/desk/proxy';
import { Icon } from '../../../ui/Icon';

type Verified = ApplicationDetail['verification'];

/** Both people of a request side by side: whose account it is, and who asks. */
export function People({ application }: { application: ApplicationDetail }) {
  const { asker } = application;
  return (
    <div className="desk-proxy__people">
      <Person
        title={words.patient}
        name={fullNameOf(application)}
        born={words.born(application.dateOfBirth, application.age)}
        verified={application.verification}
      />
      {asker === null ? null : (
        <Person
          title={words.asker}
          name={fullNameOf(asker)}
          born={words.born(asker.dateOfBirth, null)}
          said={words.says(asker.relationship)}
          verified={application.askerVerification}
        />
      )}
    </div>
  );
}

interface PersonProps {
  title: string;
  name: string;
  born: string;
  said?: string;
  verified: Verified;
}

function Person({ title, name, born, said, verified }: PersonProps) {
  return (
    <div className={`desk-proxy__person${verified === null ? '' : ' desk-proxy__person--verified'}`}>
      <p className="desk-proxy__personTitle">{title}</p>
      <p className="desk-proxy__personName">{name}</p>
      <p>{born}</p>
      {said === undefined ? null : <p>{said}</p>}
      <p className="desk-proxy__verified">
        <Icon name={verified === null ? 'question' : 'tick'} />
        {verified === null ? words.notVerified : words.verified(verified)}
      </p>
    </div>
  );
}
