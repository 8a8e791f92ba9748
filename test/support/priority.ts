import { readdirSync, readFileSync } from 'node:fs';
import { setPriority } from 'node:os';

/**
 * Lets a program and all it has started go before everything else on the machine, so that a measurement is of the program and
 * not of its neighbours. Only root may; for anybody else, and elsewhere than on Linux, nothing happens.
 */
export function putFirst(program: number): void {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return;
  const parents = new Map(numbersIn('/proc').map((pid) => [pid, parentOf(pid)]));
  const isOfProgram = (pid: number): boolean => {
    for (let one: number | undefined = pid; one !== undefined && one > 1; one = parents.get(one))
      if (one === program) return true;
    return false;
  };
  // Linux keeps a priority for each thread; those started later inherit it.
  for (const pid of [...parents.keys()].filter(isOfProgram)) {
    for (const thread of numbersIn(`/proc/${String(pid)}/task`)) {
      try {
        setPriority(thread, -15);
      } catch {
        // A thread that has ended meanwhile, or a container that forbids it.
      }
    }
  }
}

function numbersIn(folder: string): number[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}

function parentOf(pid: number): number | undefined {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, 'utf8');
    return Number(/^PPid:\s+(\d+)$/m.exec(status)?.[1]);
  } catch {
    return undefined;
  }
}
