import type { Language } from '#contract/common.ts';
import { type Stays, shortSum } from '#main/attachments/pictures.ts';
import type { Addendum, CalloutTone, Struck } from '#model/document/format.ts';
import { localOfInstant } from '#model/time.ts';
import { RESOURCES } from '#resources/i18n/index.ts';
import type { NoteExport } from './read.ts';

/** What an exported note says beside its own text, in one language. Times are the case's wall clock. */
export interface ExportWords {
  readonly marking: string;
  readonly heading: string;
  /** Reference, version, who changed it last and who signed it; a line each. */
  readonly facts: readonly string[];
  /** What was left out, and that nothing was graded; empty when there is nothing to say. */
  readonly limits: readonly string[];
  /** Who struck it, when and why; where the reason is not told, that the words are not. */
  struck(node: Pick<Struck, 'by' | 'at' | 'reason'>): string;
  addendum(of: Pick<Addendum, 'by' | 'at' | 'signedAt'>): string;
  /** A picture that stays in the book: its words, the sum of its file where that is told, and why where it was to leave. */
  image(alt: string, sha256: string | null, why: Stays | null): string;
  /** What a picture in the file is called by a reader of it. */
  readonly picture: string;
  /** What is no fact but an assessment. */
  readonly assessment: string;
  /** What a frame is for, which its border does not say: a quotation looks like it. */
  callout(tone: CalloutTone): string;
}

/** The words of an export of this note. */
export function wordsOf(note: NoteExport, language: Language): ExportWords {
  const own = RESOURCES[language].export;
  const stamp = (at: number) => localOfInstant(at, note.zone).replace('T', ' ');
  const fill = (text: string, values: Readonly<Record<string, string | number>>) =>
    text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
  const changed = fill(own.changed, {
    version: note.version,
    at: stamp(note.changedAt),
    person: note.changedBy,
  });
  const signed =
    note.signedAt === null ? own.draft : fill(own.signed, { at: stamp(note.signedAt), person: note.signedBy ?? '' });
  return {
    marking: RESOURCES[language].app.marking[note.marking],
    heading: note.heading ?? RESOURCES[language].note.untitled,
    facts: [
      fill(own.reference, { reference: note.reference }),
      changed,
      signed,
      fill(own.checkpoint, { checkpoint: note.checkpoint }),
    ],
    limits: note.withheld === 0 ? [] : [fill(own.withheld, { count: note.withheld })],
    struck: ({ by, at, reason }) =>
      fill(reason === '' ? own.struckBarred : own.struck, { person: by, at: stamp(at), reason }),
    addendum: ({ by, at, signedAt }) =>
      fill(signedAt === undefined ? own.addendum : own.addendumSigned, {
        person: by,
        at: stamp(at),
        signedAt: signedAt === undefined ? '' : stamp(signedAt),
      }),
    image: (given, sha256, why) => {
      const named = given.trim() === '' ? own.imageUnnamed : given;
      const alt = why === null ? named : `${named} (${own.stays[why]})`;
      return sha256 === null ? fill(own.image, { alt }) : fill(own.imageNamed, { alt, sum: shortSum(sha256) });
    },
    picture: own.picture,
    assessment: RESOURCES[language].writing.grading.basis.assessment,
    callout: (tone) => own.callout[tone],
  };
}
