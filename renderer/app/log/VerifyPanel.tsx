import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '#contract/routes.ts';
import { useClient, useRoute } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';

/** Walks both chains on demand and says in words what it found; shows the checkpoint that what leaves carries. */
export function VerifyPanel() {
  const { t } = useTranslation('log');
  const client = useClient();
  const checkpoint = useRoute('log.checkpoint', {}).data;
  const verify = useMutation({ mutationFn: () => client.invoke('log.verify', {}) });
  return (
    <Panel
      title={t('verify.title')}
      icon="seal"
      actions={
        <Button disabled={verify.isPending} onClick={() => verify.mutate()}>
          {t(verify.isPending ? 'verify.busy' : 'verify.run')}
        </Button>
      }
    >
      <div className="vb-stack">
        <p className="vb-sec">{t('verify.text')}</p>
        {verify.data && <Verdict found={verify.data} />}
        <ErrorNotice error={verify.error} />
        {checkpoint && (
          <dl className="vb-facts">
            <dt>{t('verify.checkpoint')}</dt>
            <dd>{t('verify.checkpoint_seq', { seq: checkpoint.seq })}</dd>
            <dt>{t('verify.hash')}</dt>
            <dd className="vb-mono vb-hash">{inFours(checkpoint.hash)}</dd>
          </dl>
        )}
        <p className="vb-t12 vb-muted">{t('verify.limit')}</p>
      </div>
    </Panel>
  );
}

function Verdict({ found }: { found: OutputOf<'log.verify'> }) {
  const { t } = useTranslation('log');
  const badFiles = found.files.bad.length;
  const chained = found.ok && found.firstBad === null;
  const whole = chained && badFiles === 0;
  return (
    <Notice
      tone={whole ? 'ok' : 'problem'}
      title={
        found.firstBad
          ? t(`verify.bad_${found.firstBad.chain}`, { seq: found.firstBad.seq })
          : chained && !whole
            ? t('verify.bad_files')
            : t(whole ? 'verify.ok' : 'verify.bad_head', { count: found.changes })
      }
    >
      <p>{t(`verify.head_${found.head}`)}</p>
      {badFiles > 0 && <p>{t('verify.files_bad', { count: badFiles })}</p>}
      {badFiles === 0 && found.files.checked > 0 && <p>{t('verify.files_ok', { count: found.files.checked })}</p>}
      {!whole && <p>{t('verify.todo')}</p>}
    </Notice>
  );
}

/** A long figure in groups of four, to be compared with one on paper. */
function inFours(hash: string): string {
  return hash.replace(/(.{4})(?=.)/g, '$1 ');
}
