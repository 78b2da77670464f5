import { RESPONSE_STEPS } from '../kinds/response.ts';
import type { Values } from '../kinds.ts';

/** Steps of a chain: those that are written down as such, and one that another record tells. */
export const CHAIN_STEPS = [...RESPONSE_STEPS, 'main_hearing'] as const;
export type ChainStep = (typeof CHAIN_STEPS)[number];

/** Steps that follow an arrest and not a breach. */
export const OF_ARREST: ReadonlySet<ChainStep> = new Set<ChainStep>([
  'arrested',
  'statement_offered',
  'arrest_upheld',
  'defence_appointed',
  'counsel_appointed',
  'presentation_requested',
  'hearing_opened',
  'remand_decided',
  'release',
]);

type CourtStep = NonNullable<Values<'court_step'>['step']>;

/** What a typed step before the court is in a chain; a hearing that follows an arrest is the one about remand. */
const OF_COURT_STEP: Partial<Record<CourtStep, ChainStep>> = {
  charge: 'charge',
  indictment: 'indictment',
  penalty_writ: 'penalty_writ',
  remand_hearing: 'hearing_opened',
  main_hearing: 'main_hearing',
  judgment: 'judgment',
  release: 'release',
  appeal: 'appeal',
};

/**
 * Words by which an imported court row without a type is read; a row may tell several. Whole words, Norwegian before
 * English: "charged" is what the English text of an indictment says too.
 */
const WORDS: readonly (readonly [ChainStep, RegExp])[] = [
  ['hearing_opened', words('fengslingsmøte', 'fengslingsmøtet', 'remand hearing', 'custody hearing')],
  ['indictment', words('tiltalt', 'tiltales', 'tiltale', 'indicted', 'indictment')],
  ['charge', words('siktet', 'siktes', 'siktelse', 'charged')],
  [
    'judgment',
    words('dømt', 'domfelt', 'frifunnet', 'frifinnes', 'frifinnelse', 'convicted', 'acquitted', 'acquittal'),
  ],
  ['penalty_writ', words('forelegg')],
  ['release', words('løslatt', 'løslates', 'released')],
  ['appeal', words('anket', 'appealed')],
];

/** A hearing that is only set has not been. */
const NOT_YET = words('berammet', 'berammes', 'scheduled', 'set for');

function words(...list: string[]): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${list.join('|')})(?!\\p{L})`, 'iu');
}

/** Which steps a court record tells, and whether its type says so or only its words. */
export function stepsOfCourt(values: Values<'court_step'>): {
  readonly steps: readonly ChainStep[];
  readonly typed: boolean;
} {
  const { step } = values;
  if (step === 'petition') return { steps: values.arrestId === null ? [] : ['presentation_requested'], typed: true };
  if (step === 'hearing') return { steps: [values.arrestId === null ? 'main_hearing' : 'hearing_opened'], typed: true };
  if (step !== null) return { steps: OF_COURT_STEP[step] ? [OF_COURT_STEP[step]] : [], typed: true };
  const text = values.text ?? values.textEn ?? '';
  const told = WORDS.filter(
    ([found, pattern]) => pattern.test(text) && !(found === 'hearing_opened' && NOT_YET.test(text)),
  );
  return { steps: told.map(([found]) => found), typed: false };
}
