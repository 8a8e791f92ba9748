import { toBase64, UnreadableFile } from '../../lists/sendFile';

/** In base64 it is what the contract takes at most. */
export const mostListBytes = 970_000;

/** What we need of a file of the browser. */
export interface ListFile {
  name: string;
  size: number;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** Why a choice of files is not even read. */
export function choiceProblem(files: readonly Pick<ListFile, 'size'>[]): 'oneFile' | 'tooLarge' | null {
  const [file] = files;
  if (file === undefined || files.length > 1) return 'oneFile';
  return file.size > mostListBytes ? 'tooLarge' : null;
}

/** The file in base64; its bytes are not left in the page. @throws UnreadableFile */
export async function listInBase64(file: ListFile): Promise<string> {
  const bytes = await file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => {
      throw new UnreadableFile();
    },
  );
  try {
    return toBase64(bytes);
  } finally {
    bytes.fill(0);
  }
}
