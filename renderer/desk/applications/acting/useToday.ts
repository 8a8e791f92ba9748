import { useContext } from 'react';
import type { Day } from '../../../../preload/contract/rules/dates';
import { DeskFeedContext } from '../../frame/deskContext';
import { useMachineNow } from '../../frame/useMachineNow';
import { londonDayOf } from './day';

/** The London day by the machine's clock. */
export function useToday(): Day {
  const { clock } = useContext(DeskFeedContext);
  return londonDayOf(useMachineNow(clock));
}
