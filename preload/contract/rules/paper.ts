import * as z from 'zod';

/** Papers that slips are made for; `roll80` and `roll58` come from a roll of that width and are as long as what stands on them. */
export const paperSizes = ['a4', 'a5', 'roll80', 'roll58'] as const;
export const paperSizeSchema = z.enum(paperSizes);
export type PaperSize = z.infer<typeof paperSizeSchema>;

/** Width and height in millimetres, upright; height null: from a roll. */
export const paperMillimetres = {
  a4: { width: 210, height: 297 },
  a5: { width: 148, height: 210 },
  roll80: { width: 80, height: null },
  roll58: { width: 58, height: null },
} as const satisfies Record<PaperSize, { width: number; height: number | null }>;
