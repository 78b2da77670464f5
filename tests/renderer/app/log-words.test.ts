import { describe, expect, it } from 'vitest';
import { createWords } from '#renderer/app/i18n.ts';
import { actionWords } from '#renderer/app/log/action-words.ts';
import { detailWords } from '#renderer/app/log/detail-words.ts';

const nb = createWords('nb').t;

describe('words of the log', () => {
  // Would catch: a command of the services shown by its code, and a code without words hidden.
  it.each([
    ['case.create', 'Opprettet sak'],
    ['import', 'Importerte hendelsesforløp'],
    ['breach.update', 'Endret brudd'],
    ['contact_point.strike', 'Strøk kontaktvei'],
    ['note.commit', 'Skrev ny versjon av notat'],
    ['undo', 'Angret en endring'],
    ['something.new', 'something.new'],
  ])('%s', (action, words) => expect(actionWords(nb, action)).toBe(words));

  // Would catch: a number of bytes or a hash where a person looks for a copy number.
  it.each([
    ['search', '3', '3 treff'],
    ['export', 'leder 3 (2 p, 48211 B)', 'profil leder, eksemplar 3'],
    ['backup', '18204 9e417ab0c2d855f1', 'loggnummer 18204'],
    ['unlock', 'head_behind 17; clock_before_last_entry', 'siste endringer manglet, klokken gikk etter loggen'],
    ['reveal', 'address', expect.any(String)],
    ['lock', 'unforeseen', 'unforeseen'],
  ] as const)('%s %s', (action, detail, words) => expect(detailWords(nb, { action, detail })).toEqual(words));
});
