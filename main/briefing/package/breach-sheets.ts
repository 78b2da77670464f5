import type { BriefingBlock, BriefingSection, KeyValue, Row } from '#model/briefing.ts';
import { type BreachChain, chainsOf } from '#model/chain/chain.ts';
import type { Material } from '../material.ts';
import { orderName } from '../sections/orders.ts';
import { inLanguage, place } from '../tell.ts';
import type { Words } from '../words.ts';
import { chainFacts, stepWord } from './chain-facts.ts';

/** One sheet a breach: what happened, who says so, and what followed. */
export function breachSheets(m: Material, w: Words): BriefingSection {
  const chains = chainsOf(chainFacts(m)).filter(({ breach }) => m.scope?.breachIds.has(breach.id) ?? true);
  const blocks = chains.flatMap((chain) => sheet(chain, m.breachNumbers.get(chain.breach.id) ?? 0, m, w));
  if (blocks.length === 0) blocks.push({ type: 'empty', text: w.t('package:breaches.none') });
  return { id: 'breaches', heading: w.t('package:breaches.heading'), aside: w.t('package:breaches.aside'), blocks };
}

function sheet(chain: BreachChain, number: number, m: Material, w: Words): BriefingBlock[] {
  const { values } = chain.breach;
  const isCase = m.profile === 'saksdokumenter';
  const items: KeyValue[] = [];
  const add = (key: string, value: string | null | undefined) => {
    if (value) items.push({ key: w.t(`kinds:field.${key}`), value });
  };
  const order = m.order.find(({ id }) => id === values.orderId);
  add('happened', values.happened && w.when(values.happened));
  add('endedAt', values.endedAt === null ? null : w.at(values.endedAt));
  add('text', inLanguage(values.text, values.textEn, w));
  add('channels', values.channels?.map((channel) => w.option('channels', channel)).join(', '));
  add('contacts', values.contacts === null ? null : String(values.contacts));
  add('placeId', place(values.placeId, values.placeText, m));
  add('orderId', order && orderName(order.values, w));
  const sender = values.sender && w.option('sender', values.sender);
  add('sender', sender && (values.senderWhy ? `${sender}: ${values.senderWhy}` : sender));
  add('witnesses', values.witnesses);
  add('weapon', values.weapon);
  add(
    'childrenPresent',
    values.childrenPresent === null ? null : w.t(`kinds:${values.childrenPresent ? 'yes' : 'no'}`),
  );
  add('knownSinceAt', values.knownSinceAt === null ? null : w.at(values.knownSinceAt));
  add('status', values.status && w.option('status', values.status));
  if (!isCase) {
    add('childrenText', values.childrenText);
    add('reportedHow', values.reportedHow && w.option('reportedHow', values.reportedHow));
    add('logNumber', values.logNumber);
    add('whereHeIs', values.whereHeIs);
    add('needsNow', values.needsNow);
  }
  const ids = chain.entries.flatMap(({ step, readings }) =>
    step === 'arrested' ? readings.map(({ recordId }) => recordId) : [],
  );
  for (const { values: arrest } of m.arrest.filter(({ id }) => ids.includes(id))) {
    // Each in the words and at the time in which it was written down (straffeprosessloven § 183).
    for (const name of ['courtBookReason', 'thirdDayReason', 'cellReason'] as const) {
      const writtenAt = arrest[`${name}At`];
      if (arrest[name]) add(name, [arrest[name], writtenAt && `(${w.at(writtenAt)})`].filter(Boolean).join(' '));
    }
  }
  const rows = chain.entries.map(({ step, measured, readings }): Row => {
    // Each source says who and what in its own words, and when, where it says another time.
    const told = [measured, ...readings.filter((one) => one !== measured)].map(({ who, text, at }) =>
      [who, text, w.when(at) === w.when(measured.at) ? null : w.when(at)].filter(Boolean).join(', '),
    );
    const rest = [...new Set(told)].filter((one) => one !== '').join('\n');
    const note = readings.length > 1 ? { note: w.t('package:breaches.readings', { count: readings.length }) } : {};
    return { cells: [{ text: w.when(measured.at) }, { text: stepWord(step, w) }, { text: rest, ...note }] };
  });
  const columns = [
    { heading: w.t('fact.time'), width: 'time' },
    { heading: w.t('kinds:field.step'), width: 'short' },
    { heading: w.t('kinds:field.byWhom'), width: 'rest' },
  ] as const;
  return [
    { type: 'subheading', text: w.t('package:breaches.number', { number }) },
    { type: 'facts', items },
    ...(rows.length > 0 ? [{ type: 'table' as const, columns, rows }] : []),
  ];
}
