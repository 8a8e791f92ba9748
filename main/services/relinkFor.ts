import { relink } from '../domain/relink';
import type { PracticeRules } from '../domain/types';
import type { Relink } from '../store/switchIn';

/** The domain's rule for linking arrivals again, for an import of `sources`: arrivals of other sources keep their links. */
export function relinkFor(sources: readonly string[], rules: PracticeRules): Relink {
  return (visits, appointments) => {
    const visitOf = new Map(visits.map((visit) => [visit.id, visit]));
    const arrivals = visits.flatMap((visit) => visit.arrivals).filter(({ source }) => sources.includes(source));
    const patientOf = ({ visitId }: { visitId: string }) => {
      const visit = visitOf.get(visitId);
      if (visit === undefined) throw new Error('An arrival has a visit');
      return visit;
    };
    return relink({ arrivals, appointments, patientOf, rules });
  };
}
