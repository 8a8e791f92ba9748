import type { Figures } from '../../../preload/contract/desk/figures';
import { linesOf } from './auditCsv';

type Line = readonly [figure: string, period: string, what: string, value: string];

const headings = ['figure', 'period', 'what', 'value'];
const weeksTogether = 'last 12 weeks';

/** The figures as lines of CSV, one number each, so that a spreadsheet can sort them as it likes. Nothing for what was not measured yet. */
export function figuresText(figures: Figures): string {
  // The byte-order mark tells spreadsheets that the text is UTF-8.
  return `\uFEFF${linesOf([headings, ...linesOfFigures(figures)])}`;
}

function linesOfFigures({ weeks, toVerified, toDecided, steps, decisions, months }: Figures): Line[] {
  return [
    ...weeks.flatMap(({ monday, self, someoneElse, underEleven, account, ...times }) => [
      ...numbers('applications', `week of ${monday}`, { self, someoneElse, underEleven, account }),
      ...median('time to verified', `week of ${monday}`, times.toVerified),
      ...median('time to decided', `week of ${monday}`, times.toDecided),
    ]),
    ...median('time to verified', weeksTogether, toVerified),
    ...median('time to decided', weeksTogether, toDecided),
    ...steps.flatMap(({ step, times, meanSeconds, budgetSeconds }) => [
      ...numbers(`staff time: ${step}`, weeksTogether, { times }),
      [
        `staff time: ${step}`,
        weeksTogether,
        'mean seconds',
        meanSeconds === null ? '' : meanSeconds.toFixed(1),
      ] as const,
      [`staff time: ${step}`, weeksTogether, 'budget seconds', String(budgetSeconds)] as const,
    ]),
    ...decisions.flatMap(({ service, ...decided }) => numbers(`decisions: ${service}`, weeksTogether, decided)),
    ...months.flatMap(({ month, ...enabled }) => numbers('patients enabled', month, enabled)),
  ];
}

function numbers(figure: string, period: string, values: Readonly<Record<string, number>>): Line[] {
  return Object.entries(values).map(([what, value]) => [figure, period, what, String(value)]);
}

function median(figure: string, period: string, { count, medianUpToMinutes }: Figures['toVerified']): Line[] {
  return [
    [figure, period, 'applications', String(count)],
    [figure, period, 'half within minutes', medianUpToMinutes === null ? '' : String(medianUpToMinutes)],
  ];
}
