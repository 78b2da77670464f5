/** Stable codes of failed calls, each with what it means; vault and store add theirs (`VaultError`, `StoreError`). */
export const ERROR_CODES = {
  /** The sender was not the app's own main frame. */
  SENDER_REFUSED: 'SENDER_REFUSED',
  /** No route of that name. */
  ROUTE_UNKNOWN: 'ROUTE_UNKNOWN',
  /** The input did not fit the route; `data.path` names where. */
  INPUT_INVALID: 'INPUT_INVALID',
  /** The person's role may not do this. */
  ROLE_REFUSED: 'ROLE_REFUSED',
  /** No book is open. */
  LOCKED: 'LOCKED',
  /** A book is open already. */
  UNLOCKED_ALREADY: 'UNLOCKED_ALREADY',
  /** The core process ended before it answered; what was not saved is lost. */
  CORE_ENDED: 'CORE_ENDED',
  /** The shell opens only demonstration and test books. */
  DEMO_BOOKS_ONLY: 'DEMO_BOOKS_ONLY',
  /** The shell cannot do this; `data.capability` names what it lacks. */
  NOT_IN_THIS_SHELL: 'NOT_IN_THIS_SHELL',
  /** The record is not there. */
  NOT_FOUND: 'NOT_FOUND',
  /** Values did not fit the kind; `data` lists field and code. */
  INVALID_VALUES: 'INVALID_VALUES',
  /** What was planned has begun and is not moved any more. */
  PAST_FROZEN: 'PAST_FROZEN',
  /** Times of a series, and of what has begun, are changed by the commands of the plan, which ask what they reach. */
  PLAN_KEEPS_TIMES: 'PLAN_KEEPS_TIMES',
  /** The series has no such occurrence. */
  NO_OCCURRENCE: 'NO_OCCURRENCE',
  /** The two measures are joined by a relief already. */
  RELIEF_EXISTS: 'RELIEF_EXISTS',
  /** The rule names days that cannot be moved along with the occurrence. */
  RULE_NOT_SHIFTABLE: 'RULE_NOT_SHIFTABLE',
  /** The officer is not to be assigned to this case at this time; why is for the lead. */
  OFFICER_EXCLUDED: 'OFFICER_EXCLUDED',
  RELEASE_ASKED: 'RELEASE_ASKED',
  /** The new time crosses a clock change: keep the end or the length? `data` has both. */
  CLOCK_CHOICE: 'CLOCK_CHOICE',
  /** The date is another one by now than the one that was answered. */
  DATE_CHANGED: 'DATE_CHANGED',
  /** The stored note has parts this build does not know: it is never written over. */
  NOTE_NOT_UNDERSTOOD: 'NOTE_NOT_UNDERSTOOD',
  /** The note is signed: words of it may be struck and text added, nothing else. */
  NOTE_SIGNED: 'NOTE_SIGNED',
  /** It does not belong to a criminal case: the charged person does not get to read it. */
  NOTE_NOT_CASE_DOCUMENT: 'NOTE_NOT_CASE_DOCUMENT',
  NOTE_LINK: 'NOTE_LINK',
  /** Records of this kind are written by routes of their own alone. */
  WRITTEN_ELSEWHERE: 'WRITTEN_ELSEWHERE',
  /** The note has a newer version than the one that was read. */
  NOTE_CHANGED: 'NOTE_CHANGED',
  /** Another person's draft of the note waits: it is taken over first, or left. */
  NOTE_DRAFT_OTHER: 'NOTE_DRAFT_OTHER',
  /** The file is larger than can be taken; `data` names the limit. */
  FILE_TOO_LARGE: 'FILE_TOO_LARGE',
  /** The file grew or shrank while it was read; nothing of it was kept. */
  FILE_CHANGED: 'FILE_CHANGED',
  /** Several files are coming in already. */
  TOO_MANY_FILES: 'TOO_MANY_FILES',
  /** Sentences that the charged person would read wait for a decision; `data.count` says how many. Nothing was printed. */
  REVIEW_OPEN: 'REVIEW_OPEN',
  /** So many searches are kept that another one would not be found among them. */
  TOO_MANY_SEARCHES: 'TOO_MANY_SEARCHES',
  /** The file could not be written where it was to go; `data.systemCode` says why (EACCES, ENOSPC …). */
  SAVE_FAILED: 'SAVE_FAILED',
  /** The work was cancelled; nothing was written. */
  CANCELLED: 'CANCELLED',
  /** A fault of ours; details are in the diagnostics without content. */
  INTERNAL: 'INTERNAL',
} as const;
