import type { Migration } from '../connection/migrate.ts';
import { CORE, LOGS } from './0001/core.ts';
import { FACTS } from './0001/facts.ts';
import { PEOPLE } from './0001/people.ts';
import { PROCEDURE } from './0001/procedure.ts';

/** A new, empty book. Frozen: this text and its parts never change again. */
export const createBook: Migration = {
  number: 1,
  name: 'create-book',
  sql: [CORE, LOGS, PEOPLE, FACTS, PROCEDURE].join('\n'),
};
