import type { Migration } from '../connection/migrate.ts';
import { createBook } from './0001-create-book.ts';
import { plan } from './0002-plan.ts';
import { ordersAndChain } from './0003-orders-and-chain.ts';
import { noteLife } from './0004-note-life.ts';
import { attachments } from './0005-attachments.ts';
import { savedViews } from './0006-saved-views.ts';
import { flagReview } from './0007-flag-review.ts';
import { searchParts } from './0008-search-parts.ts';
import { uncertainTime } from './0009-uncertain-time.ts';
import { transfer } from './0010-transfer.ts';
import { serviceAndChoices } from './0011-service-and-choices.ts';
import { searchWhatOpens } from './0012-search-what-opens.ts';
import { lawyersDecisions } from './0013-lawyers-decisions.ts';

/** Every migration, in order. */
export const MIGRATIONS: readonly Migration[] = [
  createBook,
  plan,
  ordersAndChain,
  noteLife,
  attachments,
  savedViews,
  flagReview,
  searchParts,
  uncertainTime,
  transfer,
  serviceAndChoices,
  searchWhatOpens,
  lawyersDecisions,
];
