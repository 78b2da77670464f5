import { choice, flag, instant, long, ref, required, text } from '../field.ts';
import { defineKind } from './define.ts';
import { firstLine } from './fact.ts';
import { instantSpan } from './plan.ts';

/** A piece of evidence: where it is, when it is lost, who sees to it. */
export const evidence = defineKind({
  kind: 'evidence',
  // The recording of an alarm tells that she has one; what nobody has secured yet is told to nobody who could remove it.
  caseFile: (v) => v.type !== 'alarm_recording' && v.securedAt !== null,
  table: 'evidence',
  scope: 'case',
  tone: 'court',
  icon: 'clip',
  area: 'investigation',
  linkable: true,
  fields: {
    text: required(long(2_000)),
    type: choice([
      'body_camera',
      'alarm_recording',
      'photo',
      'video',
      'phone_data',
      'document',
      'statement',
      'trace',
      'medical',
      'other',
    ]),
    /** Where it lies. */
    kept: text(200, { keptFromCharged: true }),
    /** Length or amount, as "43 min". */
    amount: text(60),
    breachId: ref('breach'),
    /** When it is overwritten or gone. */
    decaysAt: instant(),
    owner: text(120, { keptFromCharged: true }),
    dueAt: instant({ keptFromCharged: true }),
    securedAt: instant(),
    securedBy: text(120),
    /** SHA-256 of its file, hexadecimal. */
    sha256: text(64),
    referenceId: ref('case_reference'),
  },
  title: (v) => firstLine(v.text),
  span: (v) => instantSpan(v.securedAt, v.securedAt === null ? null : v.securedAt + 60_000),
  lane: null,
});

/** One step of the investigation plan; from a template or written by hand. */
export const investigationStep = defineKind({
  kind: 'investigation_step',
  table: 'investigation_step',
  scope: 'case',
  tone: 'court',
  icon: 'quality',
  area: 'investigation',
  linkable: true,
  fields: {
    text: required(long(2_000)),
    /** Which step of which template it came from. */
    templateKey: text(80, { hidden: true }),
    offence: text(120),
    hypothesis: long(2_000),
    owner: text(120),
    dueAt: instant(),
    doneAt: instant(),
    doneBy: text(120),
    result: long(4_000),
    /** One of the first 24 hours. */
    firstDay: flag(),
    /** Why it does not apply. */
    notRelevant: text(300),
    breachId: ref('breach'),
  },
  title: (v) => firstLine(v.text),
  span: (v) => instantSpan(v.doneAt ?? v.dueAt, null),
  lane: null,
});
