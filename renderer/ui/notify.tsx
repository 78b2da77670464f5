import { createContext, type ReactNode, useCallback, useContext, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { useFailureWords } from './ErrorNotice.tsx';
import { IconButton } from './IconButton.tsx';
import { Notice } from './Notice.tsx';
import './notify.css';

export interface Message {
  readonly tone?: 'problem' | 'ok' | 'info';
  readonly title: string;
  /** What was kept and what to do. */
  readonly text?: string;
  readonly action?: { readonly label: string; readonly keys?: string; readonly run: () => void };
}

interface Notify {
  /** Shows a message in the corner and reads it aloud. A problem stays until it is closed, others 8 s. */
  show(message: Message): void;
  /** Shows a failed call in words. */
  fail(error: unknown): void;
}

const NotifyContext = createContext<Notify>({ show() {}, fail() {} });

/** How messages reach the person when there is no better place for them. */
export function useNotify(): Notify {
  return useContext(NotifyContext);
}

const STAY_MS = 8_000;
const MOST = 3;

interface Shown extends Message {
  readonly id: number;
}

/** Holds the messages of the window; the newest three are shown. */
export function NotifyProvider({ children }: { children: ReactNode }) {
  const { t } = useTranslation('app');
  const wordsOf = useFailureWords();
  const [shown, setShown] = useState<readonly Shown[]>([]);
  const next = useRef(1);
  const close = useCallback((id: number) => setShown((all) => all.filter((one) => one.id !== id)), []);
  const show = useCallback(
    (message: Message) => {
      const id = next.current++;
      setShown((all) => [...all, { ...message, id }].slice(-MOST));
      if (message.tone !== 'problem') setTimeout(() => close(id), STAY_MS);
    },
    [close],
  );
  const words = useRef(wordsOf);
  words.current = wordsOf;
  const value = useMemo<Notify>(
    () => ({
      show,
      fail(error) {
        const { title, kept, todo } = words.current(error);
        show({ tone: 'problem', title, text: `${kept} ${todo}` });
      },
    }),
    [show],
  );
  return (
    <NotifyContext.Provider value={value}>
      {children}
      <section className="vb-messages" aria-label={t('messages')}>
        {shown.map((message) => (
          <Notice
            key={message.id}
            tone={message.tone ?? 'info'}
            title={message.title}
            className="vb-message"
            action={
              <>
                {message.action && (
                  <Button
                    size="sm"
                    {...(message.action.keys ? { keys: message.action.keys } : {})}
                    onClick={() => {
                      message.action?.run();
                      close(message.id);
                    }}
                  >
                    {message.action.label}
                  </Button>
                )}
                <IconButton icon="close" size="sm" label={t('close')} onClick={() => close(message.id)} />
              </>
            }
          >
            {message.text}
          </Notice>
        ))}
      </section>
    </NotifyContext.Provider>
  );
}
