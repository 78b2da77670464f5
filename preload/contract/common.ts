import { z } from 'zod';
import { isRecordId, type RecordId } from '#model/ids.ts';
import { isKind, type Kind } from '#model/kinds.ts';

export const idSchema = z.custom<RecordId>(isRecordId);
export const kindSchema = z.custom<Kind>(isKind);
/** Values or a patch of a record by field name; the kind's own schema checks them. */
export const valuesInput = z.record(z.string().max(64), z.unknown());
/** A reason a person wrote. */
export const reasonSchema = z.string().trim().min(1).max(500);
/** Interface languages. */
export const LANGUAGES = ['nb', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
