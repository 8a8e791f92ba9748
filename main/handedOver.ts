import type { OpenFolder } from './open';
import { notControlled, type ControlService } from './services/control';
import { importAndReport, notImported } from './services/importReport';
import type { Outcome } from './services/outcome';
import type { HandOverRequest } from './shell/handOver';

/** Does what a command asks of the program that owns the data folder. */
export async function answerHandedOver(
  request: HandOverRequest,
  options: {
    practice: OpenFolder;
    control: ControlService;
    folder: string;
    isDemonstration: boolean;
    progress: (text: string) => void;
  },
): Promise<Outcome> {
  const { practice, control, folder, isDemonstration, progress } = options;
  const { isJson } = request;
  const isOther = request.isDemonstration !== isDemonstration;
  switch (request.command) {
    case 'import':
      if (isOther) return notImported(modeSentence(folder, isDemonstration), isJson);
      return importAndReport(practice.importLists, request.files, isJson, progress);
    case 'control':
      if (isOther) return notControlled([modeSentence(folder, isDemonstration)], isJson);
      return control.run(request.action, isJson);
  }
}

function modeSentence(folder: string, isDemonstration: boolean): string {
  return isDemonstration
    ? `The data folder ${folder} holds a demonstration: add --demo, or give the folder of the practice.`
    : `The data folder ${folder} holds a real practice: leave out --demo.`;
}
