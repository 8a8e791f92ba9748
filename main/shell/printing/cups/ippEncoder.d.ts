/** The little of `ipp-encoder` that we use; it brings no types of its own. */
declare module 'ipp-encoder' {
  export type IppValue = string | number | boolean | Date | { lang: string; value: string };

  export interface IppAttribute {
    /** How the value is written, from `CONSTANTS`. */
    tag: number;
    name: string;
    value: IppValue | IppValue[];
  }

  export interface IppGroup {
    tag: number;
    attributes: IppAttribute[];
  }

  export interface IppRequest {
    operationId: number;
    requestId: number;
    groups: IppGroup[];
  }

  export interface IppResponse {
    statusCode: number;
    requestId: number;
    groups: { tag: number; attributes: { tag: number; name: string; value: IppValue[] }[] }[];
  }

  interface Encoder {
    request: { encode(request: IppRequest, into: Buffer): Buffer; encodingLength(request: IppRequest): number };
  }

  const encoder: Encoder;
  export default encoder;
}
