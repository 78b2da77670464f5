import { useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportMapping, ImportTarget } from '#contract/import.ts';
import type { RecordId } from '#model/ids.ts';
import { useAction, useClient } from '#renderer/client/hooks.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { useZone } from '#renderer/ui/zone.ts';
import { ImportMappingFields } from './ImportMappingFields.tsx';
import { ImportPreviewTable } from './ImportPreviewTable.tsx';
import { ImportResult } from './ImportResult.tsx';
import { ImportSummaryView } from './ImportSummaryView.tsx';
import { ImportTargetFields } from './ImportTargetFields.tsx';
import { Progress } from './Progress.tsx';
import { uploadFile } from './upload.ts';
import { type RowFilter, usePreview } from './use-preview.ts';
import './import.css';

interface Props {
  onClose: () => void;
  onImported: (caseId: RecordId) => void;
}

/** The file that has been handed over. */
type Handed = { readonly name: string; readonly uploadId: string };

/** Brings a chronology into the book: choose a file, see what it becomes, and only then write it. */
export default function ImportDialog({ onClose, onImported }: Props) {
  const { t } = useTranslation('import');
  const client = useClient();
  const bookZone = useZone();
  const [file, setFile] = useState<Handed | null>(null);
  const [share, setShare] = useState<number | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const [target, setTarget] = useState<ImportTarget | null>(null);
  const [zone, setZone] = useState(bookZone);
  const [mapping, setMapping] = useState<ImportMapping | null>(null);
  const [filter, setFilter] = useState<RowFilter>('all');
  const [offset, setOffset] = useState(0);
  const [done, setDone] = useState(0);
  const [stopping, setStopping] = useState(false);
  const uploading = useRef<AbortController | null>(null);
  const confirm = useAction('import.confirm');
  const question = useMemo(
    () => (file && target ? { uploadId: file.uploadId, target, zone, mapping } : null),
    [file, target, zone, mapping],
  );
  const preview = usePreview(question, filter, offset);
  const fresh = preview.data
    ? preview.data.summary.rows - preview.data.summary.skippedRows - preview.data.summary.refusedRows
    : 0;

  const uploadId = file?.uploadId ?? null;
  useEffect(
    () => client.on('import.progress', (progress) => progress.uploadId === uploadId && setDone(progress.done)),
    [client, uploadId],
  );
  // The core keeps a file in memory until it is told to let it go.
  const forget = useRef<() => void>(() => undefined);
  forget.current = () => {
    if (file && !confirm.data) client.invoke('import.cancel', { uploadId: file.uploadId }).catch(() => undefined);
  };

  const choose = async (chosen: File) => {
    const abort = new AbortController();
    uploading.current?.abort();
    uploading.current = abort;
    forget.current();
    confirm.reset();
    setFailure(null);
    setFile(null);
    setFilter('all');
    setMapping(null);
    setOffset(0);
    setShare(0);
    try {
      const uploadId = await uploadFile(client, chosen, abort.signal, setShare);
      setTarget((kept) => kept ?? { caseName: caseNameOf(chosen.name) });
      setFile({ name: chosen.name, uploadId });
    } catch (error) {
      if (!abort.signal.aborted) setFailure(error);
    } finally {
      setShare(null);
    }
  };
  const close = () => {
    uploading.current?.abort();
    // A running import is stopped and what it wrote is taken back; the dialog stays and says so.
    forget.current();
    if (confirm.isPending) setStopping(true);
    else onClose();
  };
  const write = () => {
    if (!file || !target || !preview.data) return;
    setDone(0);
    setFailure(null);
    confirm.mutate(
      { uploadId: file.uploadId, target, zone, mapping: preview.data.mapping },
      // The file is still there after whatever stopped it: it can be tried again or let go.
      { onSettled: () => setStopping(false) },
    );
  };
  const remap = (next: ImportMapping) => {
    setMapping(next);
    setOffset(0);
  };

  if (confirm.data) {
    return <ImportResult result={confirm.data} onClose={onClose} onOpen={() => onImported(confirm.data.caseId)} />;
  }
  return (
    <Dialog
      open
      title={t('title')}
      subtitle={file ? t('chosen', { name: file.name }) : t('subtitle')}
      width={960}
      onClose={close}
      onConfirm={write}
      confirmLabel={t('confirm', { count: fresh })}
      confirmDisabled={!preview.data || preview.isFetching || fresh === 0}
      busy={confirm.isPending}
      footer={
        confirm.isPending && preview.data ? (
          <Progress label={t(stopping ? 'stopping' : 'writing')} done={done} total={preview.data.summary.rows} />
        ) : (
          t('nothingWritten')
        )
      }
    >
      <div className="vb-import">
        <label className="vb-import-file">
          <Icon name="import" size={20} />
          <span>
            <b>{t('choose')}</b> {t('orDrop')}
          </span>
          {file && <span className="vb-import-name vb-cut">{file.name}</span>}
          <input
            type="file"
            data-autofocus
            accept=".csv,.tsv,.txt,text/csv"
            disabled={confirm.isPending}
            onChange={(event) => {
              const [chosen] = event.currentTarget.files ?? [];
              if (chosen) void choose(chosen);
            }}
          />
        </label>
        {file && !preview.data && !preview.error && <p role="status">{t('looking')}</p>}
        {share !== null && <Progress label={t('reading')} done={share} total={1} />}
        <ErrorNotice error={failure ?? preview.error ?? confirm.error} />
        {file && target && (
          <>
            <ImportTargetFields target={target} zone={zone} onTarget={setTarget} onZone={setZone} />
            {preview.data && (
              <>
                <ImportMappingFields header={preview.data.header} mapping={preview.data.mapping} onChange={remap} />
                <ImportSummaryView summary={preview.data.summary} />
                {fresh === 0 && !preview.isFetching && <Notice title={t('nothingNew')}>{t('nothingNewText')}</Notice>}
                <ImportPreviewTable
                  preview={preview.data}
                  filter={filter}
                  offset={offset}
                  onFilter={(next) => {
                    setFilter(next);
                    setOffset(0);
                  }}
                  onOffset={setOffset}
                />
              </>
            )}
          </>
        )}
      </div>
    </Dialog>
  );
}

/** A file's name without its ending, as the first suggestion for the case's name. */
function caseNameOf(fileName: string): string {
  return fileName.replace(/\.[a-z]{3}$/i, '').slice(0, 120) || fileName.slice(0, 120);
}
