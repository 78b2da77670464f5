import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/Button.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';

interface State {
  readonly fell: boolean;
}

/** A fault in what is shown takes down that part alone, says what was kept, and can be tried again. */
export class CrashGuard extends Component<{ children: ReactNode }, State> {
  override state: State = { fell: false };

  static getDerivedStateFromError(): State {
    return { fell: true };
  }

  override render(): ReactNode {
    return this.state.fell ? <Fallen onRetry={() => this.setState({ fell: false })} /> : this.props.children;
  }
}

function Fallen({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation('errors');
  return (
    <div className="vb-alone">
      <Notice tone="problem" title={t('VIEW_FELL.title')} action={<Button onClick={onRetry}>{t('retry')}</Button>}>
        <p>
          {t('VIEW_FELL.kept')} {t('VIEW_FELL.todo')}
        </p>
      </Notice>
    </div>
  );
}
