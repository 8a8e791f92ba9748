import { Icon } from '../../ui/Icon';
import { boardWords, clockOf } from '../../text/board';
import type { BoardView } from '../flow/view';
import { CallList } from './CallList';
import { FitText } from './FitText';
import { FullCall } from './FullCall';
import { Unpaired } from './Unpaired';

type Showing = Extract<BoardView, { kind: 'showing' }>;

/** What the board shows at this moment. */
export function BoardScreen({ view }: { view: BoardView }) {
  if (view.kind === 'showing') return <ShowingScreen view={view} />;
  if (view.kind === 'unpaired' && !view.isLost) return <Unpaired code={view.code} />;
  return (
    <main className="plain">
      <h1 className="plain__heading">{view.isLost ? boardWords.unreachable : boardWords.starting}</h1>
    </main>
  );
}

function ShowingScreen({ view }: { view: Showing }) {
  const { practice, minute, filling, calls, lines, lostSince } = view;
  const look = `${filling === null ? '' : ' board--called'}${lostSince === null ? '' : ' board--lost'}`;
  return (
    <div className={`board${look}`}>
      <header className="board__head">
        <FitText className="board__practice" tag="h1">
          {practice}
        </FitText>
        <ModeWords mode={view.mode} />
        <p className="board__clock">{clockOf(minute)}</p>
      </header>
      <main className="board__main">
        {filling === null ? <Quiet calls={calls} isLost={lostSince !== null} /> : <FullCall call={filling} />}
      </main>
      {lostSince === null ? (
        <Lines lines={filling === null ? lines : []} />
      ) : (
        <div className="board__foot board__foot--lost" role="status">
          <Icon name="warning" />
          <FitText className="board__line">{boardWords.lost(clockOf(Date.parse(lostSince)))}</FitText>
        </div>
      )}
      <p className="forSpeech" role="alert">
        {filling === null ? '' : boardWords.announcement(filling.shown, filling.room, filling.direction)}
      </p>
    </div>
  );
}

/** Nobody fills the screen: who was called in the last minutes, or that nobody was. A board that is lost does not know. */
function Quiet({ calls, isLost }: { calls: Showing['calls']; isLost: boolean }) {
  if (calls.length > 0) return <CallList calls={calls} />;
  if (isLost) return null;
  return (
    <div className="nobody">
      <p className="nobody__heading">{boardWords.nobody}</p>
      <p className="nobody__words">{boardWords.stayNear}</p>
    </div>
  );
}

/** DEMONSTRATION on every screen, and that it is a trial until the practice has signed it off (design §11). */
function ModeWords({ mode }: { mode: Showing['mode'] }) {
  if (mode === 'live') return null;
  return <p className="board__tag">{mode === 'demonstration' ? boardWords.demonstration : boardWords.trial}</p>;
}

function Lines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <footer className={`board__foot${lines.length > 2 ? ' board__foot--many' : ''}`}>
      <FitText className="board__line">{lines.join('\n')}</FitText>
    </footer>
  );
}
