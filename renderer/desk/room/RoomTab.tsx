import { useEffect, useState } from 'react';
import { roomWords } from '../../text/desk/room';
import { FailureNotice } from '../parts/FailureNotice';
import { Notice } from '../parts/Notice';
import { SelectField } from '../parts/SelectField';
import { useAsk } from '../parts/useAsk';
import type { TabProps } from '../tabProps';
import { Room } from './Room';

type Clinicians = readonly { name: string; room: string | null }[];

/** The one-room page: a clinician's own patients, or for a receptionist those of the clinician they choose. */
export function RoomTab({ client, who }: TabProps) {
  const { ask, failure } = useAsk();
  const mayChoose = who.roles.includes('receptionist');
  const [clinicians, setClinicians] = useState<Clinicians>([]);
  const [chosen, setChosen] = useState(who.clinician ?? '');
  useEffect(() => {
    if (!mayChoose) return;
    let isWanted = true;
    void ask(() => client.room.clinicians({})).then((found) => {
      if (isWanted && found !== null) setClinicians(found);
    });
    return () => {
      isWanted = false;
    };
  }, [ask, client, mayChoose]);
  const clinician = mayChoose ? chosen : (who.clinician ?? '');
  const names = clinicians.map(({ name }) => name);
  return (
    <div className="desk-room">
      <FailureNotice failure={failure} />
      <div className="desk-room__head">
        {mayChoose ? (
          <SelectField
            label={roomWords.whose}
            value={chosen}
            onChange={setChosen}
            options={[
              { value: '', label: roomWords.choose },
              // The one who is chosen stays chosen, whoever else works today.
              ...[...new Set([...(chosen === '' ? [] : [chosen]), ...names])]
                .sort((one, other) => one.localeCompare(other, 'en-GB'))
                .map((name) => ({ value: name, label: name })),
            ]}
          />
        ) : (
          <h2 className="desk-room__title">{clinician === '' ? roomWords.title : clinician}</h2>
        )}
      </div>
      {clinician === '' ? (
        <Notice kind="info">{mayChoose ? roomWords.chooseFirst : roomWords.noClinician}</Notice>
      ) : (
        <Room key={clinician} client={client} clinician={clinician} />
      )}
    </div>
  );
}
