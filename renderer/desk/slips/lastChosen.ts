import type { SlipSystem } from '../../../preload/contract/rules/slipValues';

/** The system chosen last on this page, and gone with it: a practice has one, but which is not for us to know. */
let system: SlipSystem = 'emis';

export const lastChosen = {
  system: () => system,
  choose(chosen: SlipSystem): void {
    system = chosen;
  },
};
