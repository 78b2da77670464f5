import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import type { Values } from '#model/kinds.ts';
import { useAction, useRoute } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { InspectorPart } from '#renderer/ui/SplitPane.tsx';
import { useOpenRecord } from './open-record.ts';

/** Which pieces of evidence a file belongs to: only those files stand in the papers of the case. */
export function FileEvidencePanel({ id, caseId, canWrite }: { id: RecordId; caseId: RecordId; canWrite: boolean }) {
  const { t } = useTranslation('package');
  const words = useRecordWords();
  const open = useOpenRecord(caseId);
  const file = useRoute('record.get', { id }).data;
  const evidence = useRoute('record.list', { kinds: ['evidence'], caseId, order: 'time' });
  const links = useRoute('record.list', { kinds: ['link'], caseId });
  const create = useAction('record.create');
  const strike = useAction('record.strike');
  const [chosen, setChosen] = useState<string | null>(null);
  if (!file) return null;
  const { name, sha256 } = file.values as Values<'attachment'>;
  const ties = new Map(
    (links.data?.records ?? []).flatMap((link) => (link.values.fromId === id ? [[link.values.toId, link.id]] : [])),
  );
  const all = evidence.data?.records ?? [];
  const own = all.filter((one) => ties.has(one.id) || one.values.sha256 === sha256);
  const others = all.filter((one) => !own.includes(one));
  const tie = (toId: RecordId) =>
    create.mutate(
      { kind: 'link', caseId, values: { fromId: id, toId, type: 'evidence_for' } },
      { onSuccess: () => setChosen(null) },
    );
  const make = () => {
    const securedAt = Math.floor(file.createdAt / 60_000) * 60_000;
    const values = { text: name, sha256, securedAt, securedBy: file.createdBy };
    create.mutate({ kind: 'evidence', caseId, values });
  };
  return (
    <InspectorPart title={t('evidencePanel.title')}>
      <ErrorNotice error={create.error ?? strike.error ?? evidence.error ?? links.error} />
      {evidence.data && own.length === 0 && <p className="vb-muted">{t('evidencePanel.none')}</p>}
      <ul>
        {own.map((one) => {
          const tieId = ties.get(one.id);
          return (
            <li key={one.id} className="vb-evidence-tie">
              <Button size="sm" variant="quiet" icon="clip" onClick={() => open(one.id, 'evidence')}>
                {words.title(one)}
              </Button>
              {canWrite && tieId && (
                <Button
                  size="sm"
                  variant="quiet"
                  icon="close"
                  aria-label={t('evidencePanel.untieFrom', { name: words.title(one) })}
                  disabled={strike.isPending}
                  onClick={() => strike.mutate({ id: tieId, reason: t('evidencePanel.untieReason') })}
                >
                  {t('evidencePanel.untie')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {canWrite && own.length === 0 && (
        <div>
          <Button size="sm" icon="plus" disabled={create.isPending} onClick={make}>
            {t('evidencePanel.make')}
          </Button>
        </div>
      )}
      {canWrite && others.length > 0 && (
        <SelectField
          label={t('evidencePanel.tie')}
          value={chosen}
          options={others.map((one) => ({ value: one.id as string, label: words.title(one) }))}
          empty=""
          onChange={(next) => next && tie(next as RecordId)}
        />
      )}
    </InspectorPart>
  );
}
