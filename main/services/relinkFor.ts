import { addedSource, isSameSlot, listedAs } from '../domain/addedByHand';
import { relink } from '../domain/relink';
import type { Appointment, Arrival, PracticeRules, Visit } from '../domain/types';
import type { Relink } from '../store/switchIn';

type Link = ReturnType<Relink>[number];

/**
 * The domain's rule for linking arrivals again, for an import of `sources`: arrivals of other sources keep their links. Between lists and the rows
 * that staff have added by hand arrivals pass over, in either direction: the two are one appointment wherever they say the same.
 */
export function relinkFor(sources: readonly string[], rules: PracticeRules): Relink {
  return (visits, appointments) => {
    const visitOf = new Map(visits.map((visit) => [visit.id, visit]));
    const all = visits.flatMap((visit) => visit.arrivals);
    const arrivals = all.filter(({ source }) => sources.includes(source));
    const patientOf = ({ visitId }: { visitId: string }): Visit => {
      const visit = visitOf.get(visitId);
      if (visit === undefined) throw new Error('An arrival has a visit');
      return visit;
    };
    const links: Link[] = relink({ arrivals, appointments, patientOf, rules });
    const free = freeRows(appointments, all, links);
    const toLists = all
      .filter(({ source }) => source === addedSource)
      .flatMap((arrival) => toLink(arrival, takeListed(arrival, patientOf(arrival), appointments, free)));
    return [...links.map((link) => backToAdded(link, arrivals, patientOf, free)), ...toLists];
  };
}

/** Rows that no arrival is linked to. */
function freeRows(
  appointments: readonly Appointment[],
  arrivals: readonly Arrival[],
  links: readonly Link[],
): Set<Appointment> {
  const linkOf = new Map(links.map(({ arrivalId, appointmentId }) => [arrivalId, appointmentId]));
  const taken = new Set(arrivals.map(({ id, appointmentId }) => (linkOf.has(id) ? linkOf.get(id) : appointmentId)));
  return new Set(appointments.filter(({ id }) => !taken.has(id)));
}

/** The row of a list that an arrival at a row added by hand has become. */
function takeListed(
  arrival: Arrival,
  { patient }: Visit,
  appointments: readonly Appointment[],
  free: Set<Appointment>,
): Appointment | null {
  const added = appointments.find(({ id }) => id === arrival.appointmentId);
  const listed = listedAs(added ?? { ...arrival, patient, listAsOf: arrival.arrivedAt }, appointments);
  return listed !== null && free.delete(listed) ? listed : null;
}

function toLink({ id }: Arrival, row: Appointment | null): Link[] {
  return row === null ? [] : [{ arrivalId: id, appointmentId: row.id }];
}

/** An arrival that no list holds any more belongs to the row that was added by hand for it, if there is one: an import was taken back. */
function backToAdded(
  link: Link,
  arrivals: readonly Arrival[],
  patientOf: (arrival: Arrival) => Visit,
  free: Set<Appointment>,
): Link {
  const arrival = link.appointmentId === null ? arrivals.find(({ id }) => id === link.arrivalId) : undefined;
  if (arrival === undefined) return link;
  const slot = { start: arrival.start, clinician: arrival.clinician, patient: patientOf(arrival).patient };
  const row = [...free].find((one) => one.source === addedSource && isSameSlot(slot, one));
  if (row === undefined) return link;
  free.delete(row);
  return { arrivalId: arrival.id, appointmentId: row.id };
}
