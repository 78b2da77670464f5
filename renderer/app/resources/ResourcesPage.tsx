import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { CheckField } from '#renderer/ui/CheckField.tsx';
import { useCommands } from '#renderer/ui/commands.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { iconOf } from '#renderer/ui/KindBadge.tsx';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { SearchBox } from '#renderer/ui/SearchBox.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { TopBar } from '#renderer/ui/TopBar.tsx';
import { useEdit } from '#renderer/workspace/edit.ts';
import { WithInspector } from '#renderer/workspace/WithInspector.tsx';
import { OfficerParts } from './OfficerParts.tsx';
import { ResourceTable } from './ResourceTable.tsx';
import { RESOURCE_KINDS, type ResourceKind } from './resource-kinds.ts';
import './resources.css';

/** Who and what can be on duty, for every case: officers, vehicles, qualifications, and the places that are spoken of. */
export default function ResourcesPage() {
  const [kind, setKind] = useState<ResourceKind>('officer');
  return (
    <div className="vb-resources">
      <WithInspector caseId={null} about={(id) => <About id={id} />}>
        <Sheet kind={kind} onKind={setKind} />
      </WithInspector>
    </div>
  );
}

function Sheet({ kind, onKind }: { kind: ResourceKind; onKind: (kind: ResourceKind) => void }) {
  const { t } = useTranslation('resources');
  const words = useRecordWords();
  const edit = useEdit();
  const select = useNavigation((n) => n.select);
  const [struck, setStruck] = useState(false);
  const [filter, setFilter] = useState('');
  const list = useRoute('record.list', { kinds: [kind], struck, order: 'entered', limit: 500 });
  const create = () => edit.create(kind);
  // One that was asked for elsewhere is made beside the list it will stand in.
  const making = edit.creating?.kind;
  const madeKind = RESOURCE_KINDS.find((one) => one === making) ?? kind;
  useEffect(() => onKind(madeKind), [madeKind, onKind]);
  const newWords = t('new', { kind: words.kind(kind).toLowerCase() });
  useCommands([{ id: `new.${kind}`, label: newWords, icon: iconOf(kind), keys: 'N', run: create }]);
  const wanted = filter.trim().toLocaleLowerCase();
  const all = list.data?.records ?? [];
  const rows = all
    .filter((record) => textOf(record.values).includes(wanted))
    .sort((a, b) => a.title.localeCompare(b.title, 'nb'));
  const action = (
    <Button icon="plus" variant="primary" keys="N" onClick={create}>
      {newWords}
    </Button>
  );
  return (
    <main className="vb-sheet">
      <TopBar
        title={t('title')}
        actions={
          <>
            {all.length > 0 && action}
            <SearchBox />
          </>
        }
      >
        <Segmented
          label={t('which')}
          value={kind}
          options={RESOURCE_KINDS.map((value) => ({ value, label: words.kinds(value) }))}
          onChange={(next) => {
            select(null);
            onKind(next);
          }}
        />
      </TopBar>
      <div className="vb-sheet-body">
        <ErrorNotice error={list.error} />
        {list.data && (
          <Panel
            title={words.kinds(kind)}
            icon={iconOf(kind)}
            count={rows.length}
            flush
            actions={
              <>
                <CheckField label={t('showStruck')} checked={struck} onChange={setStruck} />
                <input
                  type="search"
                  autoComplete="off"
                  className="vb-input vb-cases-filter"
                  aria-label={t('filter')}
                  placeholder={t('filter')}
                  value={filter}
                  onChange={(event) => setFilter(event.currentTarget.value)}
                />
              </>
            }
          >
            {rows.length > 0 ? (
              <ResourceTable kind={kind} rows={rows} />
            ) : all.length > 0 ? (
              <EmptyState icon="filter" title={t('noneTitle')} text={t('noneText')} />
            ) : (
              <EmptyState icon={iconOf(kind)} title={t('emptyTitle')} text={t(`empty.${kind}`)} action={action} />
            )}
          </Panel>
        )}
      </div>
    </main>
  );
}

/** What a record can be found by; a withheld value is null here. */
function textOf(values: Readonly<Record<string, unknown>>): string {
  return Object.values(values)
    .filter((value) => typeof value === 'string')
    .join(' ')
    .toLocaleLowerCase();
}

function About({ id }: { id: RecordId }) {
  const record = useRoute('record.get', { id });
  return record.data?.kind === 'officer' ? <OfficerParts officerId={id} /> : null;
}
