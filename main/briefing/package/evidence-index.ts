import type { BriefingSection, Row } from '#model/briefing.ts';
import type { Material } from '../material.ts';
import type { Words } from '../words.ts';

/** What proves it: each piece with who secured it, when, and the checksum it can be held against. */
export function evidenceIndex(m: Material, w: Words): BriefingSection {
  // The recording of an alarm tells that she has one.
  const listed = m.evidence.filter(({ values }) => m.profile !== 'saksdokumenter' || values.type !== 'alarm_recording');
  const rows = listed.map(({ values }, index): Row => {
    const secured =
      values.securedAt === null
        ? w.t('orders:notSecured')
        : [w.at(values.securedAt), values.securedBy].filter(Boolean).join(', ');
    const what = [values.type && w.option('type', values.type), values.text, values.amount].filter(Boolean).join(', ');
    const hash = values.sha256 ? { note: `SHA-256 ${values.sha256}` } : {};
    return { cells: [{ text: String(index + 1) }, { text: secured }, { text: what, ...hash }] };
  });
  const columns = [
    { heading: w.t('package:evidence.number'), width: 'time' },
    { heading: w.t('kinds:field.securedAt'), width: 'short' },
    { heading: w.t('kinds:kind.evidence.one'), width: 'rest' },
  ] as const;
  return {
    id: 'evidence',
    heading: w.t('package:evidence.heading'),
    blocks:
      rows.length === 0 ? [{ type: 'empty', text: w.t('package:evidence.none') }] : [{ type: 'table', columns, rows }],
  };
}
