// biome-ignore-all lint/a11y/useSemanticElements: cells of a windowed grid
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has one stop for Tab

import { useTranslation } from 'react-i18next';
import type { ShownRecord } from '#contract/record.ts';
import { learnedLater } from '#model/learned-later.ts';
import type { When } from '#model/when.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import { KindBadge } from '#renderer/ui/KindBadge.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { toneOf } from './tone.ts';

/** One record as the cells of a list's row. */
export function RecordCells({ record }: { record: ShownRecord }) {
  const { t } = useTranslation('record');
  const words = useRecordWords();
  const time = useTimeWords();
  const values = record.values as Record<string, unknown>;
  const text = (name: string) => (typeof values[name] === 'string' ? (values[name] as string) : '');
  const at =
    record.startsAt === null || record.precision === null
      ? null
      : time.placed({
          startsAt: record.startsAt,
          precision: record.precision,
          qualifier: record.qualifier,
          zone: (values.happened as When | null)?.zone,
        });
  const learned = learnedLater(values as { happened?: When | null; policeKnew?: When | null });
  const title = words.title(record);
  const type = record.kind === 'measure' || record.kind === 'wish' || record.kind === 'place' ? text('type') : '';
  const confidence = text('confidence');
  const status = text('status');
  const level = text('level');
  const state = status ? words.option('status', status) : level && words.option('level', level);
  return (
    <>
      <span role="gridcell" className="vb-record-when">
        {at ?? <span className="vb-muted">{words.unknown}</span>}
      </span>
      <span role="gridcell" className="vb-record-what">
        <KindBadge kind={record.kind} tone={toneOf(record)} />
        <span className="vb-record-text">
          <span className="vb-record-title" title={title}>
            {title}
          </span>
          <span className="vb-record-sub vb-cut">
            {[
              type ? words.option('type', type) : words.kind(record.kind),
              learned && t('learnedLater', { when: time.when(learned) }),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </span>
      </span>
      <TwoLines top={text('actorText') || text('crew') || text('assessedBy')} sub={text('placeText')} />
      <TwoLines top={text('source')} sub={confidence && words.option('confidence', confidence)} />
      <span role="gridcell" className="vb-record-state">
        {record.struckAt !== null ? <Chip dashed>{t('struck')}</Chip> : state && <Chip>{state}</Chip>}
      </span>
    </>
  );
}

function TwoLines({ top, sub }: { top: string; sub: string }) {
  return (
    <span role="gridcell" className="vb-record-lines">
      <span className="vb-cut" {...(top ? { title: top } : {})}>
        {top}
      </span>
      <span className="vb-record-sub vb-cut" {...(sub ? { title: sub } : {})}>
        {sub}
      </span>
    </span>
  );
}
