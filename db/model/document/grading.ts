/**
 * Grading of statements 3x5x2: how far the source is to be trusted (three steps), how the information is known (five)
 * and whether it may be passed on (two). The scheme is the 3x5x2 intelligence report; that facts are told apart from
 * assessments and how reliable they are is said by politiregisterloven § 6, which does not apply inside a criminal case.
 */
export const SOURCE_STEPS = ['1', '2', '3'] as const;
export const INFORMATION_STEPS = ['A', 'B', 'C', 'D', 'E'] as const;
export const HANDLING_CODES = ['P', 'C'] as const;
export const BASES = ['fact', 'assessment'] as const;

export interface Grade {
  /** 1 reliable, 2 untested, 3 not reliable. */
  readonly source: (typeof SOURCE_STEPS)[number];
  /** A known directly, B indirectly but corroborated, C indirectly, D not known, E suspected to be false. */
  readonly information: (typeof INFORMATION_STEPS)[number];
  /** P may be shared lawfully, C on conditions. */
  readonly handling: (typeof HANDLING_CODES)[number];
  /** A fact or an assessment (politiregisterloven § 6). */
  readonly basis: (typeof BASES)[number];
}

/** Schemes a book can be set to; `off` asks for none. */
export const GRADING_SCHEMES = ['3x5x2', 'off'] as const;
export type GradingScheme = (typeof GRADING_SCHEMES)[number];
