/** What somebody chose with Shift, and what the box had asked for at that moment. */
export interface ShiftChoice {
  isCapital: boolean;
  wasCapitalNext: boolean;
}

/**
 * Is the next letter a capital? What the box asks for (the first letter of a name), until Shift says otherwise. A choice holds for one
 * letter, and is void as soon as the box asks for something else: another box has the turn, or letters went.
 */
export function isCapital(choice: ShiftChoice | null, isCapitalNext: boolean): boolean {
  return choice !== null && choice.wasCapitalNext === isCapitalNext ? choice.isCapital : isCapitalNext;
}

/** The choice after Shift was touched. */
export function toggledShift(choice: ShiftChoice | null, isCapitalNext: boolean): ShiftChoice {
  return { isCapital: !isCapital(choice, isCapitalNext), wasCapitalNext: isCapitalNext };
}
