import { InvalidRules } from '../settings';
import { callerOf } from './caller';
import type { DeskProcedures } from './deskProcedures';
import { createDeskSettings, InvalidMachine, type DeskSettingsParts } from './settings';

/** What a desk asks of the settings. */
export function settingsProcedures({ settings }: Pick<DeskProcedures, 'settings'>, parts: DeskSettingsParts) {
  const desk = createDeskSettings(parts);
  return {
    read: settings.read.handler(() => desk.read()),
    change: settings.change.handler(async ({ input, context, errors }) => {
      try {
        return { changed: await desk.change(input.rules, callerOf(context)) };
      } catch (error) {
        if (error instanceof InvalidRules) throw errors.INVALID({ data: { problems: [...error.problems] } });
        throw error;
      }
    }),
    changeMachine: settings.changeMachine.handler(async ({ input, context, errors }) => {
      try {
        await desk.changeMachine(withoutUndefined(input.machine), callerOf(context));
        return {};
      } catch (error) {
        if (error instanceof InvalidMachine) throw errors.INVALID({ data: { problems: [...error.problems] } });
        throw error;
      }
    }),
    setCertificatePassphrase: settings.setCertificatePassphrase.handler(async ({ input, context }) => {
      await desk.setCertificatePassphrase(input.passphrase, callerOf(context));
      return {};
    }),
    export: settings.export.handler(({ context }) => desk.export(callerOf(context))),
    look: settings.look.handler(({ input }) => desk.look(input.text)),
  };
}

/** The fields that are really given. */
function withoutUndefined<T extends object>(fields: T): { [Name in keyof T]?: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof T]?: Exclude<T[Name], undefined>;
  };
}
