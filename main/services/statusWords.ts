import { Temporal } from 'temporal-polyfill';
import type { ClosedReason, KioskServiceState } from '../../preload/contract/kiosk';
import type { AlertKind } from '../domain/alerts';
import type { KioskStatus } from './kioskStatus';

const modeWords: Record<KioskStatus['mode'], string> = {
  demonstration: 'demonstration',
  trial: 'trial: patients are asked to tell reception too',
  live: 'signed off',
};

const closedWords: Record<ClosedReason | 'notInService', string> = {
  notInService: 'the kiosk is not in service',
  noList: 'there is no list for today',
  staleList: 'the list is too old',
  noSite: 'the list has several sites and none is set (--site)',
  siteNotListed: 'the site that is set is not in the list',
  nobodyKnows: 'no desk is connected, so nobody would know of an arrival',
  clockBehind: "the machine's clock shows an earlier time than before: put it right, or import a list of today",
};

const alertWords: Record<AlertKind, string> = {
  helpNeeded: 'Help needed now',
  disputed: '"This is not my appointment"',
  contradicted: 'Arrived here, but cancelled or not attended in a newer list',
  threeFailures: 'One person not found three times',
  cannotTell: 'Several patients fit (twins)',
  askedToComeIn: '"I was asked to come in"',
  windowOpen: 'Came too early, can be checked in now',
  reception: 'Asked for reception',
  arrivalUnmatched: 'Arrived, but not in the newer list',
  listTooOld: 'No list for today, or it is too old',
  siteUnknown: 'The site of the kiosk is not set, or not in the list',
  clockBehind: "The machine's clock is behind",
  clockJumped: "The machine's clock jumped",
};

/** The status in lines for a person. */
export function describeStatus(status: KioskStatus): string[] {
  const { practice, mode, day, time, list, walkIn, bankHolidaysKnownUntil: known } = status;
  return [
    `${practice} (${modeWords[mode]}), ${day} ${time}`,
    describeService(status.service),
    status.checkIn.state === 'open'
      ? 'Check-in is open.'
      : `Check-in is closed: ${closedWords[status.checkIn.reason]}.`,
    list === null
      ? 'List: none for today.'
      : `List: as of ${londonTime(list.asOf)}, ${String(list.ageMinutes)} minutes old.`,
    describeClaims(status.claims),
    ...Object.entries(status.counts).map(([name, count]) => `  ${name}: ${String(count)}`),
    status.alerts.length === 0 ? 'Open alerts: none.' : 'Open alerts, the most urgent first:',
    ...status.alerts.map(
      ({ kind, count, since }) => `  ${alertWords[kind]}: ${String(count)}, first at ${londonTime(since)}`,
    ),
    ...describeDesk(status.desk),
    walkIn === null ? 'Walk-in session: none.' : `Walk-in session: "${walkIn.name}" until ${walkIn.until}.`,
    `Bank holidays are known until ${known}${status.areBankHolidaysEnding ? ': install a newer version soon' : ''}.`,
  ];
}

function describeService(service: KioskServiceState | null): string {
  switch (service?.state) {
    case undefined:
      return 'No kiosk is running on this data folder.';
    case 'open':
      return 'The kiosk is running and in service.';
    case 'outOfService':
      return 'The kiosk is running, out of service.';
    case 'cleaning':
      return `The screen is being cleaned, ${String(service.secondsLeft)} seconds left.`;
    case 'closedHours':
      return service.opens === null
        ? 'The practice is closed by its opening hours.'
        : `The practice is closed by its opening hours until ${service.opens.day} ${service.opens.time}.`;
  }
}

function describeDesk(desk: KioskStatus['desk']): string[] {
  if (desk === null) return [];
  if (desk.state === 'listening') return [`Desk: ${desk.addresses.map((address) => `${address}/desk`).join(', ')}`];
  return [`Desk: ${'reason' in desk ? desk.reason : `not served (${desk.state}).`}`];
}

function describeClaims({ answered, notFound, percent }: KioskStatus['claims']): string {
  if (percent === null) return 'Today: nobody has tried to check in.';
  return `Today: ${String(answered)} tries to check in, not found: ${String(notFound)} of them (${String(percent)} %).`;
}

function londonTime(instant: string): string {
  const time = Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/London').toPlainTime();
  return time.toString({ smallestUnit: 'minute' });
}
