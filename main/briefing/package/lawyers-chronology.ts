import type { BriefingBlock, BriefingSection, Cell, Row } from '#model/briefing.ts';
import { understoodDocument } from '#model/document/parse.ts';
import { gradeText } from '#model/document/text.ts';
import { contentsOf } from '#model/document/walk.ts';
import type { RecordId } from '#model/ids.ts';
import { kindOf } from '#model/kinds.ts';
import { orderState } from '#model/order-state.ts';
import { boundsOf, type When } from '#model/when.ts';
import type { Material } from '../material.ts';
import { orderName } from '../sections/orders.ts';
import { confidenceWord, inLanguage, noteOf, place, who } from '../tell.ts';
import { factsOf, factTime } from '../timeline.ts';
import type { Words } from '../words.ts';

const KINDS = ['threat', 'incident', 'contact', 'report', 'breach'] as const;
type Event = { readonly [K in (typeof KINDS)[number]]: Material[K][number] }[(typeof KINDS)[number]];

/** Every contact and event with its channel and place, who says so and how sure, and the order in force then. */
export function lawyersChronology(m: Material, w: Words): BriefingSection {
  const events = factsOf(m, KINDS) as readonly Event[];
  const section = { id: 'chronology', heading: w.t('package:chronology.events') };
  if (events.length === 0) return { ...section, blocks: [{ type: 'empty', text: w.t('threats.none') }] };
  const grades = gradesOf(m, w.t('writing:grading.basis.assessment'));
  const columns = [
    { heading: w.t('fact.time'), width: 'time' },
    { heading: w.t('fact.what'), width: 'rest' },
    { heading: w.t('package:chronology.channelPlace'), width: 'short' },
    { heading: w.t('package:chronology.sourceGrade'), width: 'short' },
    { heading: w.t('package:chronology.orderThen'), width: 'short' },
  ] as const;
  const rows = events.map(
    (event): Row => ({
      cells: [
        { text: factTime(event, w) },
        what(event, m, w),
        channelAndPlace(event, m, w),
        sourceAndGrade(event, grades.get(event.id) ?? [], w),
        { text: orderThen(event.values.happened, m, w) },
      ],
      tone: kindOf(event.kind).lane?.(event.values as never) ?? kindOf(event.kind).tone,
    }),
  );
  const contacts = events.reduce((sum, { values }) => sum + (('contacts' in values && values.contacts) || 1), 0);
  const count: BriefingBlock = {
    type: 'text',
    text: w.t('package:chronology.count', { episodes: events.length, contacts }),
  };
  return { ...section, blocks: [count, { type: 'table', columns, rows }] };
}

function what(event: Event, m: Material, w: Words): Cell {
  const { values } = event;
  const text = inLanguage(values.text, values.textEn, w) || w.kind(event.kind);
  const count = 'contacts' in values ? values.contacts : null;
  return {
    text,
    ...noteOf([
      w.kind(event.kind),
      who(values.actorId, values.actorText, m),
      'status' in values && values.status && w.option('status', values.status),
      count !== null && count > 1 && w.t('fact.contacts', { count }),
      values.childrenPresent === true && w.t('fact.childrenPresent'),
    ]),
  };
}

function channelAndPlace({ values }: Event, m: Material, w: Words): Cell {
  const channels = 'channels' in values ? values.channels : null;
  const text = channels?.map((channel) => w.option('channels', channel)).join(', ') ?? '';
  return { text: text || w.t('package:chronology.noChannel'), ...noteOf([place(values.placeId, values.placeText, m)]) };
}

function sourceAndGrade({ values }: Event, grades: readonly string[], w: Words): Cell {
  const sender = 'sender' in values ? values.sender : null;
  return {
    text: values.source ?? w.t('package:chronology.noSource'),
    ...noteOf([
      confidenceWord(values.confidence, w),
      sender && w.t('fact.sender', { sender: w.option('sender', sender).toLowerCase() }),
      grades.length > 0 && w.t('package:chronology.grade', { grades: grades.join(', ') }),
    ]),
  };
}

/**
 * The orders that bound him then. Of an event whose day may lie on either side of an order's beginning or end it is not
 * said that one was in force.
 */
function orderThen(happened: When | null, m: Material, w: Words): string {
  if (!happened) return w.t('package:chronology.orderUnknown');
  const { fromAt, toAt } = boundsOf(happened);
  const told = m.order.flatMap(({ values }): string[] => {
    const name = orderName(values, w);
    const first = orderState(values, fromAt, m.case.values.zone);
    const last = orderState(values, toAt - 1, m.case.values.zone);
    if (first === 'in_force' && last === 'in_force') return [name];
    if (first === 'in_force' || last === 'in_force') return [w.t('package:chronology.orderMaybe', { name })];
    const known = values.decidedAt ?? values.happened?.fromAt ?? null;
    const waits = last === 'not_served' || last === 'service_unknown' || last === 'not_final';
    return waits && known !== null && known < toAt ? [`${name}: ${w.t(`orders.is.${last}`).toLowerCase()}`] : [];
  });
  return told.join('; ') || w.t('package:chronology.orderNone');
}

/** Grades of statements in the case's notes, by the record the statement mentions (source, information, handling). */
function gradesOf(m: Material, assessment: string): ReadonlyMap<RecordId, readonly string[]> {
  const grades = new Map<RecordId, Set<string>>();
  for (const { values } of m.note) {
    const document = typeof values.document === 'string' ? understoodDocument(values.document) : null;
    // In a criminal case nothing is graded, nor was what was graded before it became one.
    if (!document || values.criminalCase === true) continue;
    for (const content of contentsOf(document)) {
      let mentioned: RecordId[] = [];
      for (const node of content) {
        if (node.type === 'mention' || node.type === 'span') mentioned.push(node.to as RecordId);
        if (node.type !== 'grade') continue;
        // A statement that may be passed on only on conditions is not told outside, and neither is its grade.
        for (const id of node.handling === 'C' ? [] : mentioned) {
          const own = grades.get(id) ?? new Set<string>();
          grades.set(id, own.add(gradeText(node, assessment)));
        }
        mentioned = [];
      }
    }
  }
  return new Map([...grades].map(([id, own]) => [id, [...own].sort()]));
}
