// Found by whichever project compiles this file.
// oxlint-disable-next-line typescript/triple-slash-reference -- the package has no types, so there is nothing to import
/// <reference path="./ippEncoder.d.ts" />
import { type IppAttribute, type IppGroup, type IppValue } from 'ipp-encoder';

/** Operations by the names of RFC 8011 and of CUPS, and their numbers. */
export const operations = {
  createJob: 0x0005,
  sendDocument: 0x0006,
  cancelJob: 0x0008,
  getJobAttributes: 0x0009,
  getPrinterAttributes: 0x000b,
  cupsGetPrinters: 0x4002,
} as const;
export type Operation = keyof typeof operations;

/** How values and groups are written (RFC 8010, 3.5). */
export const tags = {
  operationGroup: 0x01,
  jobGroup: 0x02,
  printerGroup: 0x04,
  integer: 0x21,
  boolean: 0x22,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
  mimeType: 0x49,
} as const;

/** What a scheduler may answer (RFC 8011 appendix B), as far as we tell it apart. */
export const statuses = {
  forbidden: 0x0401,
  notPossible: 0x0404,
  notFound: 0x0406,
  tooManyJobs: 0x050b,
} as const;

type Tell = (name: string, value: IppValue | IppValue[]) => IppAttribute;
const as =
  (tag: number): Tell =>
  (name, value) => ({ tag, name, value });

export const integer = as(tags.integer);
export const boolean = as(tags.boolean);
export const keyword = as(tags.keyword);
export const uri = as(tags.uri);
export const mimeType = as(tags.mimeType);
export const charset = as(tags.charset);
export const language = as(tags.language);
/** Names are at most 255 bytes long; a longer one is cut rather than refused. */
export const name = (attribute: string, value: string): IppAttribute => as(tags.name)(attribute, value.slice(0, 60));

/** What one group of an answer says. */
export interface Told {
  /** As text, whichever way it was written; empty: it does not say. */
  text(name: string): string;
  texts(name: string): string[];
  /** Null: it does not say, or says that there is none. */
  number(name: string): number | null;
  isTrue(name: string): boolean | null;
}

/** Reads one group of an answer. */
export function told({ attributes }: IppGroup): Told {
  const values = new Map<string, IppValue[]>(
    attributes.map(({ name: attribute, value }) => [attribute, Array.isArray(value) ? value : [value]]),
  );
  const texts = (attribute: string): string[] => (values.get(attribute) ?? []).map(textOf);
  return {
    text: (attribute) => texts(attribute)[0] ?? '',
    texts,
    number(attribute) {
      const [value] = values.get(attribute) ?? [];
      return typeof value === 'number' ? value : null;
    },
    isTrue(attribute) {
      const [value] = values.get(attribute) ?? [];
      return typeof value === 'boolean' ? value : null;
    },
  };
}

function textOf(value: IppValue): string {
  if (typeof value === 'string') return value;
  return typeof value === 'object' && 'lang' in value ? value.value : '';
}
