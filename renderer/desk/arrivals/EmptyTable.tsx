import { arrivalsWords } from '../../text/desk/arrivals';
import { Button } from '../parts/Button';

const { empty } = arrivalsWords;

/** Why there is no table: nobody is here, or nobody fits. */
export function EmptyTable({ isNobodyHere, onShowAll }: { isNobodyHere: boolean; onShowAll: () => void }) {
  return (
    <div className="desk-arrivals__empty">
      <p>{isNobodyHere ? empty.nobody : empty.nothingFits}</p>
      {isNobodyHere ? null : <Button onPress={onShowAll}>{empty.showAll}</Button>}
    </div>
  );
}
