import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BriefingInput, buildBriefing } from '#main/briefing/build.ts';
import type { BriefingContext } from '#main/briefing/material.ts';
import { type BriefingDocument, PROFILES } from '#model/briefing.ts';
import { newRecordId, type RecordId } from '#model/ids.ts';
import { openTestBook, type TestBook } from '#tests/helpers/book.ts';
import { at, type LindCase, NIGHT, SECRETS, STAFFING, when, writeLindCase } from './lind.ts';
import { sectionTexts, textsOf } from './texts.ts';

let test: TestBook;
let lind: LindCase;
let context: BriefingContext;

beforeEach(async () => {
  test = await openTestBook({ now: NIGHT });
  lind = await writeLindCase(test.book);
  context = { book: test.book, person: { name: 'Fjære', role: 'analyst' }, purpose: 'demo', now: () => NIGHT };
});
afterEach(() => test.remove());

function build(input: Partial<BriefingInput> = {}): Promise<BriefingDocument> {
  return buildBriefing(context, { caseId: lind.caseId, profile: 'leder', language: 'nb', ...input });
}

async function emptyCase(): Promise<RecordId> {
  const { value } = await test.book.command('test', async (tx) => {
    const values = { name: 'Tom', marking: 'strengt_fortrolig', status: 'open', zone: 'Europe/Oslo' } as const;
    return (await tx.insert('case', values)).id;
  });
  return value;
}

const ALL = PROFILES.flatMap((profile) => (['nb', 'en'] as const).map((language) => ({ profile, language })));

describe('a briefing', () => {
  // Would catch: a word missing in one language, shown as its key; a value that is no text.
  it.each(ALL)('is worded in full: $profile, $language', async (input) => {
    const texts = textsOf([await build(input), await build({ ...input, caseId: await emptyCase() })]);
    const keys = /\b(?:kinds|briefing|option|field|kind|orders|open|patrol|fact|words|contact|where|alarm)[:.][a-z]/i;
    expect(texts.filter((text) => keys.test(text) || /\{\{|undefined|null|NaN|\[object/.test(text))).toEqual([]);
  });

  // Would catch: a date a reader can take for another one, on paper that cannot be asked.
  it.each(ALL)('has no date in month and day digits: $profile, $language', async (input) => {
    const texts = textsOf((await build(input)).sections);
    expect(
      texts.filter((text) =>
        /(?<![\d.-])\d{1,2}-\d{1,2}(?![\d-])|(?<![\d.]|kl\. )\d{1,2}\.\d{1,2}\.(?!\d{4})/.test(text),
      ),
    ).toEqual([]);
  });

  it('carries marking, copy, checkpoint, maker and validity', async () => {
    const document = await build();
    const { seq, hash } = await test.book.checkpoint();
    expect(document).toMatchObject({
      markingText: 'FORTROLIG',
      reference: 'Orientering · sak 2026-0147',
      heading: 'Trusselutsatt: Lind og Berg',
      copyText: 'Eksemplar 1',
      checkpoint: `${seq} · ${hash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')}`,
      pageWords: ['side ', ' av ', ''],
      demonstration: 'DEMONSTRASJON, ikke en virkelig sak',
    });
    expect(document.checkpointText).toContain(document.checkpoint);
    expect(document.facts).toContainEqual({ key: 'Laget', value: 'sø. 29.03.2026 kl. 05.12, Fjære' });
    expect(document.facts).toContainEqual({ key: 'Gjelder', value: 'til on. 01.04.2026 kl. 05.12' });
    const real = await buildBriefing(
      { ...context, purpose: 'real' },
      { caseId: await emptyCase(), profile: 'leder', language: 'nb' },
    );
    expect(real).toMatchObject({ demonstration: null, markingText: 'STRENGT FORTROLIG', heading: 'Tom' });
  });

  it('refuses a case that is not there', async () => {
    await expect(build({ caseId: newRecordId() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  // Would catch: a struck record handed out as if it still counted.
  it('leaves out what was struck', async () => {
    const wish = (await test.book.list('wish')).find(({ values }) => values.personId === lind.lind);
    await test.book.command('test', async (tx) => tx.remove(wish?.id ?? lind.lind, 'feil person'));
    expect(sectionTexts(await build(), 'her-words').join()).not.toContain('At noen står her');
  });
});

describe('for a lead', () => {
  it('opens with the words of everyone who is protected, dated and named', async () => {
    const document = await build();
    expect(document.sections[0]?.id).toBe('her-words');
    expect(sectionTexts(document, 'her-words')).toEqual([
      ...['subheading', 'Lind', 'quote'],
      '«At noen står her til jeg vet om han blir sittende. Og at noen sier fra til meg først.»',
      'Lind, lø. 28.03.2026 kl. 23.20 · Ønske · sagt til Fjære',
      ...['subheading', 'Berg', 'quote', '«Jeg vil ikke flytte.»', 'Berg, februar 2026 · Vil ikke'],
    ]);
    expect(sectionTexts(await build({ language: 'en' }), 'her-words')).toContain(
      '“That someone stands here until I know whether he stays in. And that someone tells me first.”',
    );
  });

  // Would catch: the ordinary rule printed without the danger rule, or a missing one passed over in silence.
  it('tells both contact rules together and says which is missing', async () => {
    const texts = sectionTexts(await build(), 'contact').join('\n');
    expect(texts.indexOf('Vanlig kontakt')).toBeLessThan(texts.indexOf('Ved fare'));
    expect(texts).toContain('Vanlig kontakt og ved fare\nBerg\nIkke registrert');
    expect(texts).toContain('skal ikke brukes\nkompromittert sø. 01.02.2026');
    expect(texts).toContain('Lind: polsk · tolk i telefon, ikke fra samme by');
  });

  it('says where he is, since when, from whom and when it was checked', async () => {
    expect(sectionTexts(await build(), 'whereabouts')).toEqual([
      'facts',
      ...['Trusselutøver', 'M., tidligere samboer', 'Hvor han er', 'I arrest', 'Siden'],
      ...['lø. 28.03.2026 kl. 22.14 · kilde: arrestforvarer', 'Sist kontrollert', 'sø. 29.03.2026 kl. 04.30'],
    ]);
  });

  // Would catch: a briefing that does not say who is responsible while the case is on its way, or says so of a withdrawn one.
  it('says who is responsible while the case is offered to another district', async () => {
    const offeredAt = at('2026-03-28T20:00');
    const id = await test.book
      .command('test', (tx) =>
        tx.insert('transfer', { toDistrict: 'Vest politidistrikt', offeredAt }, { caseId: lind.caseId }),
      )
      .then(({ value }) => value.id);
    const [, first] = sectionTexts(await build(), 'open');
    expect(first).toBe(
      'Saken er tilbudt Vest politidistrikt lø. 28.03.2026 kl. 20.00 og ikke mottatt. Vi er ansvarlige til den er overtatt.',
    );
    await test.book.command('test', (tx) => tx.update('transfer', id, { withdrawnAt: offeredAt }));
    expect(sectionTexts(await build(), 'open').join()).not.toContain('Vest politidistrikt');
    await test.book.command('test', (tx) => tx.update('transfer', id, { takenOverAt: offeredAt }));
    expect(sectionTexts(await build(), 'open').join()).toContain(
      'Vest politidistrikt er ansvarlig; dette er vår kopi.',
    );
  });

  // Would catch: a planned release taken for where he is now; nothing recorded, or unknown, read as safe.
  it('counts unknown and not recorded as at large', async () => {
    const stays = await test.book.list('whereabouts');
    await test.book.command('test', async (tx) => {
      const base = { personId: lind.actor, source: 'jourjurist' } as const;
      await tx.insert('whereabouts', { ...base, state: 'leave', since: when('2026-03-30', '12:00') });
    });
    expect(sectionTexts(await build(), 'whereabouts').join()).toContain('I arrest');
    expect(sectionTexts(await build(), 'whereabouts').join()).toContain('Fra ma. 30.03.2026 kl. 12.00,Permisjon');
    await test.book.command('test', async (tx) => {
      for (const { id } of stays) await tx.update('whereabouts', id, { state: 'unknown' });
    });
    expect(sectionTexts(await build(), 'whereabouts')).toContain('Ukjent: regnes som på frifot');
    expect(sectionTexts(await build(), 'open')).toContain('M.: ukjent: regnes som på frifot.');
    await test.book.command('test', async (tx) => {
      for (const { id } of stays) await tx.remove(id, 'feil');
    });
    expect(sectionTexts(await build(), 'whereabouts')).toContain('Ikke registrert: regnes som på frifot');
  });

  it('tells the threat picture in time order with what is not certain said so', async () => {
    const texts = sectionTexts(await build(), 'threats');
    expect(texts).toContain('2012 – lø. 28.03.2026 kl. 21.31');
    expect(texts).toContain('1 trussel · 1 hendelse · 1 mulig brudd (anmeldt)');
    expect(texts).toContain('M. · Anrop · barn til stede · ikke bekreftet');
    expect(texts).toContain('M. · våpen: kniv · kilde: naboen i første etasje · fortalt, ikke bekreftet');
    const order = ['Sier at hun', 'Holdt kniv', 'Sto i bakgården'].map((start) => {
      return texts.findIndex((text) => text.startsWith(start));
    });
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
  });

  // Would catch: an order that was never served shown as protecting her.
  it('shows an order as in force only when it was served', async () => {
    expect(sectionTexts(await build(), 'orders')).toContain('I kraft');
    const [order] = await test.book.list('order', { caseId: lind.caseId });
    if (!order) throw new Error('no order');
    await test.book.command('test', async (tx) => tx.update('order', order.id, { servedAt: null }));
    const document = await build();
    expect(sectionTexts(document, 'orders')).toContain('Besluttet, ikke forkynt: ikke i kraft mot ham');
    expect(sectionTexts(document, 'orders')).toContain('Ingen forbud er registrert i kraft mot ham.');
    expect(sectionTexts(document, 'open')).toContain(
      'Besøksforbud besluttet fr. 02.01.2026 kl. 12.00 er ikke forkynt.',
    );
  });

  it('tells plan, place and crew of the next 72 hours and no more', async () => {
    await test.book.command('test', async (tx) => {
      const later = { type: 'patrol', status: 'planned', fromLocal: '2026-04-02T07:00', text: 'Senere' } as const;
      await tx.insert('measure', later, { caseId: lind.caseId });
    });
    const texts = sectionTexts(await build(), 'measures');
    expect(texts).toContain('sø. 29.03.2026 kl. 21.00 –\nma. 30.03.2026 kl. 02.00');
    expect(texts).toContain(STAFFING.crew);
    expect(texts).toContain('7 tjenestepersoner');
    expect(texts).toContain('uten mannskap');
    expect(texts).toContain('1 tiltak er planlagt senere.');
    expect(texts.join()).not.toContain('Senere');
  });

  // Would catch: a series told as one measure without an end, a night called off told as planned, a crew that is named
  // in the plan and missing on paper.
  it('tells each night of a series, with who is assigned to it', async () => {
    await test.book.command('test', async (tx) => {
      const header = { caseId: lind.caseId };
      const times = { fromLocal: '2026-03-27T22:00', toLocal: '2026-03-28T05:00', recurrence: 'FREQ=DAILY' };
      const { id } = await tx.insert(
        'measure',
        { ...times, type: 'guarding', status: 'planned', text: 'Natt' },
        header,
      );
      const off = { seriesId: id, originalLocal: '2026-03-30T22:00', status: 'cancelled' } as const;
      await tx.insert('occurrence', { ...off, statusReason: 'Hun er hos søsteren' }, header);
      const { id: officerId } = await tx.insert('officer', { name: 'Tveit' });
      await tx.insert('assignment', { measureId: id, officerId, status: 'planned' }, header);
    });
    const texts = sectionTexts(await build(), 'measures');
    expect(texts).toContain('sø. 29.03.2026 kl. 22.00 –\nma. 30.03.2026 kl. 05.00');
    expect(texts).toContain('ti. 31.03.2026 kl. 22.00 –\non. 01.04.2026 kl. 05.00');
    expect(texts.join()).not.toContain('ma. 30.03.2026 kl. 22.00');
    expect(texts.filter((text) => text === 'Tveit').length).toBeGreaterThan(1);
  });

  // Would catch: plan taken for fact once its time has passed.
  it('lists a measure whose time passed without confirmation as open', async () => {
    context = { ...context, now: () => at('2026-03-30T12:00') };
    expect(sectionTexts(await build(), 'open')).toContain(
      '2 planlagte tiltak er over uten å være bekreftet gjennomført.',
    );
  });

  // Would catch: nights of a series that nobody confirmed and that the lead is never asked about; a night that was told
  // and is asked about all the same; an exception or an acceptance with its date that is missing on paper.
  it('asks about each night of a series that is over, and tells exceptions and what is accepted until a date', async () => {
    await test.book.command('test', async (tx) => {
      const header = { caseId: lind.caseId };
      const times = { fromLocal: '2026-03-26T22:00', toLocal: '2026-03-27T05:00', recurrence: 'FREQ=DAILY' };
      const series = { ...times, type: 'guarding', status: 'planned', text: 'Natt' } as const;
      const { id: measureId } = await tx.insert('measure', series, header);
      const { id: officerId } = await tx.insert('officer', { name: 'Tveit' });
      const { id: elsewhere } = await tx.insert('officer', { name: 'Uvedkommende' });
      const own = { measureId, officerId, status: 'planned' } as const;
      await tx.insert('assignment', own, header);
      const told = { occurrenceLocal: '2026-03-27T22:00', onPostAt: at('2026-03-27T22:01') };
      await tx.insert('assignment', { ...own, ...told }, header);
      const term = { fromAt: at('2026-03-28T12:00'), untilAt: at('2026-04-02T12:00'), ruleKey: 'danger_to_life' };
      await tx.insert('rest_exception', { ...term, officerId, agreement: 'Vik, vaktleder', reason: 'x' });
      await tx.insert('rest_exception', { ...term, officerId: elsewhere, agreement: 'Vik', reason: 'x' });
      const accepted = { conflictKey: 'gap:n@2026-03-30T02:00:1-2', reason: 'Patrulje innom' };
      await tx.insert('conflict_acceptance', { ...accepted, untilAt: at('2026-03-31T12:00') }, header);
      await tx.insert(
        'conflict_acceptance',
        { ...accepted, conflictKey: 'over', untilAt: at('2026-03-28T12:00') },
        header,
      );
    });
    expect(sectionTexts(await build(), 'open').join('\n')).toContain(
      '2 ganger av tiltak som gjentas, er over uten å være bekreftet (siste 30 døgn).',
    );
    const texts = sectionTexts(await build(), 'measures').join('\n');
    expect(texts).toContain(
      'Tveit: unntak fra hvilereglene til to. 02.04.2026 kl. 12.00, aml. § 10-12 tredje ledd, besluttet av Vik, vaktleder',
    );
    expect(texts).toContain('udekket: godtatt av Test Person til ti. 31.03.2026 kl. 12.00. Patrulje innom');
    expect(texts).not.toContain('Uvedkommende');
    expect(texts.match(/godtatt av/g)).toHaveLength(1);
  });

  it('tells the latest assessment with its author, and that it is older than the breach', async () => {
    const texts = sectionTexts(await build(), 'assessment');
    expect(texts).toContain('Høy (SARA:SV)');
    expect(texts).toContain('Fjære, to. 26.03.2026');
    expect(texts).toContain('Vurdert før bruddet lø. 28.03.2026 kl. 21.31: eldre enn det som har hendt.');
  });

  it('names what is open, danger first', async () => {
    const [, ...items] = sectionTexts(await build(), 'open');
    expect(items).toEqual([
      'Berg: ingen brukbar kontaktregel ved fare er registrert.',
      'Berg: ingen brukbar vanlig kontaktregel er registrert.',
      'Besøksforbud går ut to. 02.04.2026 kl. 23.59, og ingen etterfølger er i kraft.',
      '1 mulig brudd er anmeldt og ikke vurdert av jurist.',
      '1 henvisning er sendt og ikke bekreftet mottatt.',
      '1 tiltak de neste 72 timene er uten mannskap.',
      'Vurdert før bruddet lø. 28.03.2026 kl. 21.31: eldre enn det som har hendt.',
    ]);
  });

  // Would catch: an alarm that was handed out and never tested shown as one that works.
  it('does not call an alarm active before it was tested', async () => {
    const [alarm] = await test.book.list('alarm', { caseId: lind.caseId });
    if (!alarm) throw new Error('no alarm');
    await test.book.command('test', async (tx) => tx.update('alarm', alarm.id, { testedAt: null }));
    const document = await build();
    expect(sectionTexts(document, 'alarm')).toContain('Ikke prøvd med operasjonssentralen: regnes ikke som aktiv');
    expect(sectionTexts(document, 'open').join()).toContain('VA-204 er ikke prøvd');
  });

  it('says of an empty case what is not known, in every section', async () => {
    const document = await build({ caseId: await emptyCase() });
    for (const { id, blocks } of document.sections) expect(textsOf(blocks).join(), id).toMatch(/[Ii]ngen|[Ii]kke/);
  });
});

describe('for a patrol', () => {
  it('is built danger first', async () => {
    const { sections } = await build({ profile: 'patrulje' });
    expect(sections.map(({ id }) => id)).toEqual([
      ...['danger', 'who', 'what-if', 'wish', 'contact', 'orders', 'assessment', 'read-back'],
    ]);
  });

  // Would catch: a card that orders an arrest, or changes the sentence agreed on.
  it('carries the fixed sentence on a suspected breach, word for word', async () => {
    const texts = sectionTexts(await build({ profile: 'patrulje' }), 'what-if');
    expect(texts).toContain(
      'Mistanke om brudd: sikre Lind og Berg. Pågripelse ved fare ved opphold, strpl. § 176, jf. § 171. Ring jourjurist straks. Noter klokkeslett.',
    );
  });

  it('says one sentence of her wish', async () => {
    expect(sectionTexts(await build({ profile: 'patrulje' }), 'wish')).toEqual([
      'quote',
      '«At noen står her til jeg vet om han blir sittende.»',
      'Lind, lø. 28.03.2026 kl. 23.20',
    ]);
  });

  // Would catch: silence about weapons read as unarmed.
  it('does not let no word of a weapon stand for none', async () => {
    const [incident] = await test.book.list('incident', { caseId: lind.caseId });
    expect(sectionTexts(await build({ profile: 'patrulje' }), 'danger')).toEqual([
      'list',
      'Våpen: kniv, sø. 08.02.2026 kl. 20.15, ikke bekreftet',
    ]);
    await test.book.command('test', async (tx) => tx.remove(incident?.id ?? lind.caseId, 'feil'));
    const breach = (weapon: string) =>
      test.book.command('test', (tx) => tx.insert('breach', { text: 'b', weapon }, { caseId: lind.caseId }));
    // Would catch: the answer "none" told as a weapon, and one that only a breach names not told.
    await breach('Ingen');
    expect(sectionTexts(await build({ profile: 'patrulje' }), 'danger').join()).toContain('ikke at han er ubevæpnet');
    await breach('øks');
    expect(sectionTexts(await build({ profile: 'patrulje' }), 'danger').join()).toContain('Våpen: øks');
  });

  // Would catch: any of what a lost card must not tell.
  it('tells no crew, plan, code word, blocked address or event', async () => {
    const texts = textsOf((await build({ profile: 'patrulje' })).sections).join('\n');
    const untold = [...Object.values(SECRETS), STAFFING.crew, STAFFING.decidedBy, 'Haugland', 'kodeord', 'bakgården'];
    expect(untold.filter((text) => texts.toLowerCase().includes(text.toLowerCase()))).toEqual([]);
    expect(texts).not.toMatch(/21\.00|02\.00|tjenesteperson\b|vakthold/i);
    expect(texts).toContain('bolig: skjermet, oppgis av operasjonssentralen');
    expect(texts).toContain('barnehagen: Trollveien 2');
  });

  it('tells the one who hands it out what was left out', async () => {
    const { withheld } = await build({ profile: 'patrulje' });
    expect(Object.fromEntries(withheld.map(({ reason, count }) => [reason, count]))).toEqual({
      protected: 3,
      code: 3,
      sentence: 4,
      staffing: 3,
      plan: 2,
      wishes: 1,
      events: 3,
      steps: 3,
      notes: 1,
    });
    const reasons = (await build()).withheld.map(({ reason }) => reason);
    expect(reasons).toEqual(['protected', 'code', 'sentence']);
  });
});
