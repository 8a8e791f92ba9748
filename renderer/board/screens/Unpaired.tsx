import { boardWords } from '../../text/board';
import { FitText } from './FitText';

/** Nothing but the code, and where staff type it. */
export function Unpaired({ code }: { code: string }) {
  const { heading, where } = boardWords.unpaired;
  return (
    <main className="plain plain--code">
      <h1 className="plain__heading">{heading}</h1>
      <FitText className="plain__code">{code}</FitText>
      <p className="plain__words">{where}</p>
    </main>
  );
}
