/** What one measure came to. Times are in milliseconds; `ratio` is what to judge by, since machines differ. */
export interface Measure {
  measure: string;
  rounds: number;
  value: number;
  limit: number;
  ratio: number;
  goal: string;
  isMet: boolean;
  detail: Record<string, number>;
}

/** The value below which the given share of `values` lies. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** To a tenth: more would be noise. */
export function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
