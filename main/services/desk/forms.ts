import { applicationById } from '../../store/applications';
import { staffNames } from '../../store/deskRows';
import type { Store } from '../../store/store';
import type { Clock, Log, Papers, Settings } from '../ports';
import { auditAct } from './actionsOnVisit';
import type { Caller } from './caller';
import { formPage } from './formPage';

export interface FormsParts {
  store: Store;
  clock: Clock;
  settings: Settings;
  papers: Papers;
  log: Log;
  isDemonstration: boolean;
}

/** A paper as the desk that asked for it gets it; it is kept nowhere. */
export interface Paper {
  /** Names nobody. */
  fileName: string;
  pdf: Uint8Array;
}

/** The completed form of an application, for the clinical record. */
export interface Forms {
  /** Null: the application is not there any more. @throws Error when no PDF can be made. */
  make(caller: Caller, applicationId: string): Promise<Paper | null>;
}

export function createForms({ store, clock, settings, papers, log, isDemonstration }: FormsParts): Forms {
  return {
    async make(caller, applicationId) {
      const application = await applicationById(store.db, applicationId);
      if (application === null) return null;
      const names = await staffNames(store.db);
      const { practiceName: practice } = settings.rules();
      const at = clock.instant();
      const pdf = await papers.pdf(formPage(application, { practice, isDemonstration, at, names }));
      const { subjectId, reference } = application;
      // Before it leaves: no form is ever out that the trail does not know of.
      await store.write((db) =>
        auditAct(db, caller, { at: clock.instant(), action: 'application.formMade', subjectId }),
      );
      log.info('application.formMade');
      return { fileName: `online-services-form-${reference}.pdf`, pdf };
    },
  };
}
