import { choice, integer, long, ref, required, text } from '../field.ts';
import { defineKind } from './define.ts';

/** Grades of an address block (folkeregisterloven § 10-4): strengt fortrolig is code 6, fortrolig is code 7. */
export const PROTECTIONS = ['none', 'fortrolig', 'strengt_fortrolig'] as const;

/** A place, once in the whole book. The label is what is spoken of; the address can be protected. */
export const place = defineKind({
  kind: 'place',
  caseFile: true,
  table: 'place',
  scope: 'book',
  tone: 'note',
  icon: 'pin',
  area: 'people',
  linkable: true,
  fields: {
    label: required(text(120)),
    type: choice(['home', 'work', 'school', 'kindergarten', 'shelter', 'court', 'police', 'other']),
    address: text(300, { protectable: 'record' }),
    access: long(1_000, { protectable: 'record' }),
    personId: ref('person'),
    protection: required(choice(PROTECTIONS)),
    /** Position, WGS 84, in millionths of a degree; for estimates of travel time only. */
    latitudeE6: integer(-90_000_000, 90_000_000, { protectable: 'record', hidden: true }),
    longitudeE6: integer(-180_000_000, 180_000_000, { protectable: 'record', hidden: true }),
  },
  title: (v) => v.label,
  span: () => null,
  lane: null,
});
