import { Modal } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import { useReturnFocus } from './use-return-focus.ts';
import './dialog.css';

interface Props {
  open: boolean;
  title: string;
  /** A line under the title. */
  subtitle?: ReactNode;
  /** Esc, the cross, Cancel, a click outside. */
  onClose: () => void;
  /** Enter, Ctrl+Enter where Enter has another meaning (lists, longer texts), and the primary button. Without it there is only a way out. */
  onConfirm?: () => void;
  confirmLabel?: string;
  /** Why it cannot be confirmed yet is said in the dialog itself. */
  confirmDisabled?: boolean;
  /** Labels of fields that must be filled in first; false where one is. The foot names them, so that nobody has to guess. */
  lacks?: readonly (string | false)[];
  /** While true nothing can be pressed twice. */
  busy?: boolean;
  /** Widest, px. */
  width?: number;
  /** At the left of the foot. */
  footer?: ReactNode;
  children: ReactNode;
}

/** Fields and buttons of the body, then the answer, then the way out: never the cross, on which Enter would mean no. */
const FIRST = [
  '[data-autofocus]',
  '.vb-dialog-body :is(input, select, textarea, button):not(:disabled, [tabindex="-1"])',
  '.vb-dialog-foot [type="submit"]:not(:disabled)',
  '.vb-dialog-foot button',
];

/** Puts the focus where typing begins as soon as the dialog is there. */
function focusFirst(form: HTMLFormElement | null): void {
  const first = FIRST.map((one) => form?.querySelector<HTMLElement>(one)).find(Boolean);
  // The trap around the dialog looks for it too, a moment later.
  first?.setAttribute('data-autofocus', 'true');
  first?.focus();
}

/** A question over the page: keeps the focus inside, Esc closes, Enter confirms, focus goes back to where it came from. */
export function Dialog(props: Props) {
  const { open, title, subtitle, onClose, onConfirm, confirmLabel, confirmDisabled, busy, width = 480 } = props;
  const { t } = useTranslation('app');
  const lacks = (props.lacks ?? []).filter((one) => one !== false);
  const isOff = Boolean(confirmDisabled || busy || lacks.length > 0);
  const foot = useId();
  useReturnFocus(open);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    event.stopPropagation();
    // A text that is no time stands in its field, and its value is still the one before: nobody meant that one.
    const unread = event.currentTarget.querySelector<HTMLElement>('[data-unread]');
    if (unread) {
      unread.focus();
      return;
    }
    if (!isOff) onConfirm?.();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== 'Enter' || !event.ctrlKey || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    const form = event.currentTarget;
    // After the field in which it was pressed has handed over what stands in it, and that was taken in.
    queueMicrotask(() => form.requestSubmit());
  };
  return (
    <Modal.Root
      opened={open}
      onClose={onClose}
      size={width}
      // The page itself never scrolls, and the lock would write a style of its own.
      lockScroll={false}
      returnFocus={false}
      centered
      classNames={{ content: 'vb-dialog', overlay: 'vb-dialog-overlay' }}
      // At once: what is typed right after the key that opened it belongs in it.
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay />
      <Modal.Content>
        <form onSubmit={submit} onKeyDown={onKeyDown} noValidate ref={focusFirst}>
          <header className="vb-dialog-head">
            <div className="vb-grow">
              <Modal.Title className="vb-dialog-title">{title}</Modal.Title>
              {subtitle && <p className="vb-dialog-subtitle">{subtitle}</p>}
            </div>
            <IconButton icon="close" label={t('close')} onClick={onClose} />
          </header>
          <div className="vb-dialog-body">{props.children}</div>
          <footer className="vb-dialog-foot">
            <div className="vb-grow" id={foot}>
              {props.footer ?? (lacks.length > 0 && t('lacks', { fields: lacks.join(', ') }))}
            </div>
            <Button onClick={onClose}>{t(onConfirm ? 'cancel' : 'close')}</Button>
            {onConfirm && (
              <Button type="submit" variant="primary" disabled={isOff} aria-describedby={foot}>
                {confirmLabel ?? t('confirm')}
              </Button>
            )}
          </footer>
        </form>
      </Modal.Content>
    </Modal.Root>
  );
}
