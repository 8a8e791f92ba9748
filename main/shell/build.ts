import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How this copy of the program was built; written by the build beside `main/`. */
export interface Build {
  isPackaged: boolean;
  /** Electron from the fallback of a closed network: long out of support, so never for real data once packaged. */
  isFallbackRuntime: boolean;
}

/** Reads `build.json` of the built application. */
export function readBuild(appFolder: string): Build {
  const text = readFileSync(join(appFolder, 'build.json'), 'utf8');
  const { isPackaged, isFallbackRuntime } = JSON.parse(text) as Partial<Build>;
  return { isPackaged: isPackaged ?? true, isFallbackRuntime: isFallbackRuntime ?? true };
}
