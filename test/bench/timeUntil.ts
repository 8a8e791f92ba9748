import { spawn } from 'node:child_process';

/** Milliseconds from starting `executable` until it says `event` on standard error; it is then ended the normal way. */
export function timeUntil(executable: string, args: string[], event: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const startedAt = performance.now();
    const program = spawn(executable, args, { stdio: ['ignore', 'ignore', 'pipe'] });
    let text = '';
    let time: number | null = null;
    program.stderr.on('data', (part: Buffer) => {
      text += part.toString();
      if (time !== null || !text.includes(`"event":"${event}"`)) return;
      time = performance.now() - startedAt;
      program.kill('SIGTERM');
    });
    program.on('exit', () => {
      if (time === null) reject(new Error(`The program ended before it said ${event}:\n${text}`));
      else resolve(time);
    });
  });
}
