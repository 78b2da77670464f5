import { z } from 'zod';
import { type BriefingDocument, PROFILES } from '#model/briefing.ts';
import { idSchema, LANGUAGES } from './common.ts';
import { query } from './route.ts';

const input = z.strictObject({ caseId: idSchema, profile: z.enum(PROFILES), language: z.enum(LANGUAGES) });

export interface BriefingExportLine {
  readonly at: number;
  readonly person: string;
  readonly copy: number;
  readonly profile: string;
}

export const briefingRoutes = {
  /** The document as it would leave now, already redacted; the copy number is the next one. */
  'briefing.preview': query<BriefingDocument>()(input),
  /** Copies of this case's briefings that have left, newest first. */
  'briefing.copies': query<BriefingExportLine[]>()(z.strictObject({ caseId: idSchema })),
};
