/** What a command prints on standard output, and how the program ends (README, "exit code"). */
export interface Outcome {
  exitCode: number;
  lines: string[];
}
