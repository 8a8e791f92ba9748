import { useState } from 'react';
import { decisionWords as words, safeguardingCodes } from '../../../text/desk/applicationsDecision';
import { pageWords } from '../../../text/desk/applicationsPage';
import { copyText } from '../../arrivals/copyText';
import { Button } from '../../parts/Button';
import { CheckField } from '../../parts/CheckField';

interface CodesProps {
  isChecked: boolean;
  /** The record was to be granted before the box was ticked. */
  isMissed: boolean;
  onChange: (isChecked: boolean) => void;
}

/** The safeguarding codes that staff look for before anybody sees a record. What was found is not kept, only that somebody looked. */
export function Codes({ isChecked, isMissed, onChange }: CodesProps) {
  return (
    <div className={`desk-codes${isMissed ? ' desk-codes--missed' : ''}`}>
      <CodesTable />
      <CheckField label={words.codesDone} hint={words.codesKept} isChecked={isChecked} onChange={onChange} />
      {isMissed ? (
        <p className="desk-field__problem" role="alert">
          {words.codesMissing}
        </p>
      ) : null}
    </div>
  );
}

/** The codes alone, as a reminder. */
export function CodesTable() {
  const [said, setSaid] = useState('');
  async function copy(code: string): Promise<void> {
    setSaid((await copyText(code)) ? pageWords.copied(code) : pageWords.notCopied(code));
  }
  return (
    <>
      <h3 className="desk-codes__title">{words.codesTitle}</h3>
      <table className="desk-codes__table">
        <thead className="desk-hidden">
          <tr>
            <th scope="col">{words.code}</th>
            <th scope="col">{words.means}</th>
            <th scope="col">{words.leadsTo}</th>
          </tr>
        </thead>
        <tbody>
          {safeguardingCodes.map(({ code, means, leadsTo }) => (
            <tr key={code}>
              <td>
                <code className="desk-codes__code">{code}</code>{' '}
                <Button kind="quiet" isSmall label={pageWords.copyOf(code)} onPress={() => void copy(code)}>
                  {pageWords.copy}
                </Button>
              </td>
              <td>{means}</td>
              <td className="desk-codes__then">{leadsTo}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="desk-hidden" role="status">
        {said}
      </p>
    </>
  );
}
