import { identityWords as words } from '../../../text/desk/applicationsIdentity';

/** How to ask from the record without giving it away. What is answered is compared and kept nowhere. */
export function Questions() {
  return (
    <div className="desk-application__questions">
      <p>{words.questionsLead}</p>
      <div className="desk-application__examples">
        <div className="desk-application__good">
          <h3>{words.good}</h3>
          <ul>
            {words.goodQuestions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </div>
        <div className="desk-application__bad">
          <h3>{words.bad}</h3>
          <ul>
            {words.badQuestions.map((question) => (
              <li key={question}>
                <s>{question}</s>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
