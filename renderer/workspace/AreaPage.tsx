import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import type { Kind } from '#model/kinds.ts';

import { RecordList } from '#renderer/features/record/RecordList.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { CheckField } from '#renderer/ui/CheckField.tsx';
import { useCommands } from '#renderer/ui/commands.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { iconOf } from '#renderer/ui/KindBadge.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { type CaseArea, useNavigation } from '#renderer/ui/navigation.ts';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { EventViews } from './EventViews.tsx';
import { useEdit } from './edit.ts';
import { enterInspector } from './enter-inspector.ts';
import { KINDS_OF_AREA } from './open-record.ts';
import { RiskPart } from './RiskPart.tsx';
import { WithInspector } from './WithInspector.tsx';

interface Props {
  caseId: RecordId;
  area: CaseArea;
  /** Other looks at the same records, at the left of the bar. */
  views?: ReactNode;
}

/** The records of one area, and the inspector of the one that is selected. */
export function AreaPage({ caseId, area, views }: Props) {
  return (
    <WithInspector caseId={caseId} about={(id) => <RiskPart caseId={caseId} recordId={id} />}>
      <AreaList caseId={caseId} area={area} kinds={KINDS_OF_AREA[area] ?? NONE} views={views} />
    </WithInspector>
  );
}

const NONE: readonly Kind[] = [];

function AreaList({ caseId, area, kinds, views }: Props & { kinds: readonly Kind[] }) {
  const { t } = useTranslation('record');
  const words = useRecordWords();
  const edit = useEdit();
  const [only, setOnly] = useState<Kind | 'all'>('all');
  const [order, setOrder] = useState<'time' | 'time_desc'>('time_desc');
  const [struck, setStruck] = useState(false);
  const selectedId = useNavigation((n) => n.recordId);
  const filter = useMemo(
    () => ({ caseId, kinds: only === 'all' ? kinds : [only], order, struck }),
    [caseId, kinds, only, order, struck],
  );
  const [first] = kinds;
  const newWords = (kind: Kind) => t('new', { kind: words.kind(kind).toLowerCase() });
  useCommands(
    kinds.map((kind, index) => ({
      id: `new.${kind}`,
      label: newWords(kind),
      icon: iconOf(kind),
      ...(index === 0 ? { keys: 'N' } : {}),
      run: () => edit.create(kind),
    })),
  );
  const orders = [
    { value: 'time_desc', label: t('newestFirst') },
    { value: 'time', label: t('oldestFirst') },
  ] as const;

  return (
    <div className="vb-area">
      <div className="vb-area-bar">
        {views}
        {area === 'events' && <EventViews />}
        {kinds.length > 1 && (
          <Segmented
            label={t('kindFilter')}
            value={only}
            options={[
              { value: 'all', label: t('all') },
              ...kinds.map((kind) => ({ value: kind, label: words.kinds(kind) })),
            ]}
            onChange={setOnly}
          />
        )}
        <Segmented label={t('order')} value={order} options={orders} onChange={setOrder} />
        <CheckField label={t('showStruck')} checked={struck} onChange={setStruck} />
        <div className="vb-area-end">
          {first && kinds.length === 1 ? (
            <Button variant="primary" icon="plus" keys="N" onClick={() => edit.create(first)}>
              {newWords(first)}
            </Button>
          ) : (
            <Menu
              groups={[
                kinds.map((kind) => ({
                  id: kind,
                  label: words.kind(kind),
                  icon: iconOf(kind),
                  run: () => edit.create(kind),
                })),
              ]}
            >
              <Button variant="primary" icon="plus" iconAfter="chev-d">
                {t('newAny')}
              </Button>
            </Menu>
          )}
        </div>
      </div>
      <RecordList
        label={t('listOf', { kinds: kinds.map((kind) => words.kinds(kind).toLowerCase()).join(', ') })}
        filter={filter}
        selectedId={edit.creating ? null : selectedId}
        onSelect={(id, isEntered) => {
          edit.open(id);
          if (isEntered) enterInspector();
        }}
        empty={
          <EmptyState
            icon={iconOf(first ?? 'note')}
            title={t('empty.title')}
            text={t(`empty.${area}`)}
            action={
              first && (
                <Button icon="plus" onClick={() => edit.create(first)}>
                  {newWords(first)}
                </Button>
              )
            }
          />
        }
      />
    </div>
  );
}
