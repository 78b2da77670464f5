/** A briefing as pure data: worded in its language, redacted before it exists. What is not in here cannot leave. */
import type { Marking } from './kinds/case.ts';
import type { Tone } from './kinds/define.ts';

/** For whom a briefing is built: a lead of protection (everything), a patrol (no gaps, staffing or protected values). */
export const PROFILES = ['leder', 'patrulje'] as const;
export type Profile = (typeof PROFILES)[number];

export interface BriefingDocument {
  readonly language: 'nb' | 'en';
  readonly profile: Profile;
  readonly marking: Marking;
  /** The marking in words, FORTROLIG or STRENGT FORTROLIG, printed on every page. */
  readonly markingText: string;
  /** Line under the marking: the instruction it rests on and how the copy is to be handled. */
  readonly handling: string;
  readonly heading: string;
  /** Whose briefing: case, protected person, made when and by whom, valid until. */
  readonly facts: readonly KeyValue[];
  readonly sections: readonly BriefingSection[];
  readonly copy: number;
  readonly copyText: string;
  /** `seq · first 16 hex digits of the hash`, printed on every page. */
  readonly checkpoint: string;
  readonly checkpointText: string;
  readonly madeAt: number;
  readonly madeBy: string;
  /** Demonstration books say so on every page. */
  readonly demonstration: string | null;
  /** What was left out for this profile, in words, for the one who hands it out; never printed. */
  readonly withheld: readonly KeyValue[];
}

export interface KeyValue {
  readonly key: string;
  readonly value: string;
}

export interface BriefingSection {
  readonly id: string;
  readonly heading: string;
  readonly blocks: readonly BriefingBlock[];
}

export type BriefingBlock =
  /** Her own words. */
  | { readonly type: 'quote'; readonly text: string; readonly by: string }
  | { readonly type: 'text'; readonly text: string; readonly strong?: boolean }
  | { readonly type: 'facts'; readonly items: readonly KeyValue[] }
  | { readonly type: 'list'; readonly items: readonly string[] }
  | {
      readonly type: 'table';
      readonly head: readonly string[];
      readonly rows: readonly { readonly cells: readonly string[]; readonly tone?: Tone; readonly strong?: boolean }[];
    }
  /** Says that a section is empty, in words: nothing known is not nothing there. */
  | { readonly type: 'empty'; readonly text: string };
