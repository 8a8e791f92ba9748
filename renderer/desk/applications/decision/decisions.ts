import type { ApplicationDetail } from '../../../../preload/contract/desk/applications';
import { services } from '../../../../preload/contract/signUp';
import type { Service } from '../../../../preload/contract/signUp';
import { isPossible } from '../acting/mayDo';

type Facts = Pick<ApplicationDetail, 'possible' | 'decisions' | 'kind' | 'proxy'>;

/** The services that were asked for, in the order they are shown in. */
export function askedServices({ decisions }: Pick<Facts, 'decisions'>): Service[] {
  return services.filter((service) => decisions[service] !== undefined);
}

/** What can be granted as it stands: the record last, as it is decided by itself. */
export function grantable(application: Facts): Service[] {
  return askedServices(application).filter((service) => isGrantable(application, service));
}

/** Whoever acts for another person is granted nothing beyond what was recorded that they may do. */
export function isInScope({ kind, proxy }: Pick<Facts, 'kind' | 'proxy'>, service: Service): boolean {
  return kind !== 'someoneElse' || (proxy?.scope.includes(service) ?? false);
}

/** Whether it can be granted as things stand. */
export function isGrantable(application: Facts, service: Service): boolean {
  return isPossible(application, 'grant', service) && isInScope(application, service);
}

/** Whether more than one is still to be decided, and all of them can be granted in one go. */
export function canGrantAll(application: Facts): boolean {
  const pending = askedServices(application).filter((service) => application.decisions[service] === 'pending');
  return pending.length > 1 && pending.every((service) => isGrantable(application, service));
}
