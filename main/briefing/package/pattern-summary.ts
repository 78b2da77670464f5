import type { BriefingBlock, BriefingSection } from '#model/briefing.ts';
import type { CaseRecord, CaseRecords } from '#model/flags/records.ts';
import { readPattern } from '#model/pattern/read-pattern.ts';
import { type Statement, statementValues } from '#model/pattern/statement.ts';
import type { Material } from '../material.ts';
import type { Words } from '../words.ts';

/** The pattern of what was done, in plain sentences with what speaks against; counted from what the package tells. */
export function patternSummary(m: Material, w: Words): BriefingSection {
  const told = [...m.threat, ...m.incident, ...m.contact, ...m.report, ...m.breach, ...m.order];
  const records: CaseRecords = { zone: m.case.values.zone, records: told as unknown as readonly CaseRecord[] };
  const { episodes, criteria, development, against } = readPattern(records, m.now);
  const words = ({ id, ...statement }: Statement) =>
    w.t(
      `pattern:statement.${id}`,
      statementValues({ id, ...statement }, w.lang, (name) => w.option('channels', name)),
    );
  const list = (heading: string, statements: readonly Statement[]): BriefingBlock[] =>
    statements.length === 0
      ? []
      : [
          { type: 'subheading', text: heading },
          { type: 'list', items: statements.map(words) },
        ];
  const blocks =
    episodes.length === 0
      ? []
      : [
          ...list(
            w.t('package:pattern.criteria'),
            criteria.flatMap(({ statements }) => statements),
          ),
          ...list(w.t('package:pattern.development'), development),
          ...list(w.t('package:pattern.against'), against),
        ];
  return {
    id: 'pattern',
    heading: w.t('package:pattern.heading'),
    blocks: blocks.length === 0 ? [{ type: 'empty', text: w.t('package:pattern.none') }] : blocks,
  };
}
