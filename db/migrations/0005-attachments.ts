import type { Migration } from '../connection/migrate.ts';
import { ATTACHMENTS } from './0005/attachments.ts';

/** Files as evidence. Frozen. */
export const attachments: Migration = { number: 5, name: 'attachments', sql: ATTACHMENTS };
