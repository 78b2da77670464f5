import type { DutyStatus } from './types.ts';

/** A status the rules know; what was not done covers as little as what could not be done. */
export function dutyStatus(status: string): DutyStatus {
  switch (status) {
    case 'active':
    case 'done':
    case 'cancelled':
    case 'not_possible':
    case 'planned':
      return status;
    default:
      return status === 'declined' ? 'cancelled' : 'not_possible';
  }
}
