import { resolve } from 'node:path';
import { runAndEnd, type CommandOptions } from './command';
import { createControl, notControlled } from './services/control';
import { controlActionSchema, type ControlAction } from './services/controlAction';
import { createDeskPresence } from './services/deskPresence';
import { createListState } from './services/listState';
import { readRulesFile, UnusableRulesFile } from './services/rulesFile';
import type { ControlWords } from './shell/controlWords';
import { createTimers } from './shell/timers';

/** The command `control`: shows or changes how a kiosk stands, and ends the program. */
export async function controlAndEnd(options: CommandOptions): Promise<void> {
  const { isDemonstration, isJson, action: words } = options.commandLine;
  const refuse = (sentence: string) => notControlled([sentence], isJson);
  await runAndEnd(options, refuse, async () => {
    try {
      const action = await actionOf(words ?? { kind: 'status' });
      return {
        request: { command: 'control', isDemonstration, isJson, action },
        work: (practice) => {
          // No kiosk runs in this process, so no desk can be connected to it.
          const deskPresence = createDeskPresence(createTimers());
          const listState = createListState({ ...practice, deskPresence, isDemonstration });
          const { log } = options;
          return createControl({ ...practice, listState, kioskMode: null, web: null, isDemonstration, log }).run(
            action,
            isJson,
          );
        },
      };
    } catch (error) {
      if (error instanceof UnusableRulesFile) return refuse(error.message);
      throw error;
    }
  });
}

async function actionOf(words: ControlWords): Promise<ControlAction> {
  if (words.kind !== 'change') return controlActionSchema.parse(words);
  return { kind: 'change', rules: await readRulesFile(resolve(words.file)) };
}
