import { useTranslation } from 'react-i18next';
import type { AppInfo, Capabilities } from '#contract/app.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import './security.css';

/** Promises that hold in every window, in the order of the questions people ask. */
const PROMISES = [
  'encrypted',
  'passphrase',
  'lock',
  'attempts',
  'network',
  'hostile',
  'log',
  'withheld',
  'export',
  'backup',
];

/** What is not promised: said as plainly. */
const LIMITS = ['roles', 'chain', 'withdrawn', 'recovery', 'deletion', 'malware', 'attempts'];

/** What this window lacks, by the capability it would take. */
function lacking(capabilities: Capabilities): string[] {
  const lacks: string[] = [];
  if (!capabilities.suspendSignal) lacks.push('suspend');
  if (!capabilities.contentProtection) lacks.push('capture');
  if (!capabilities.realBooks) lacks.push('real_books');
  return lacks;
}

/** The list itself: also shown before a book is open, since it tells of none. */
export function SecurityList({ info, onClose }: { info: AppInfo; onClose?: () => void }) {
  const { t } = useTranslation('app');
  const lacks = lacking(info.capabilities);
  const cross = onClose && <IconButton icon="close" label={t('close')} onClick={onClose} />;
  return (
    <div className="vb-security">
      <Panel title={t('security.promises')} icon="seal" actions={cross}>
        <ul className="vb-security-list">
          {PROMISES.map((id) => (
            <li key={id}>
              <Icon name="check" />
              <div>
                <strong>{t(`security.promise.${id}.title`)}</strong>
                <p>{t(`security.promise.${id}.text`)}</p>
              </div>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={t('security.limits')} icon="warn">
        <ul className="vb-security-list">
          {[...LIMITS.map((id) => `limit.${id}`), ...lacks.map((id) => `lack.${id}`)].map((key) => (
            <li key={key}>
              <Icon name="x-c" />
              <div>
                <strong>{t(`security.${key}.title`)}</strong>
                <p>{t(`security.${key}.text`)}</p>
              </div>
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  );
}
