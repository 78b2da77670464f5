import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppInfo, BookEntry } from '#contract/app.ts';
import { useAction, useRefresh } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { failureOf, useFailureWords } from '#renderer/ui/ErrorNotice.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { Notice } from '#renderer/ui/Notice.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { useNow } from '#renderer/ui/use-now.ts';
import { attemptFacts } from './attempts.ts';
import { bookLabels } from './book-labels.ts';
import { PassphraseField } from './PassphraseField.tsx';
import { useCountdown } from './use-countdown.ts';

/** Opens a book with its passphrase. Each failure says what happened, what was kept and what to do. */
export function UnlockBook({ info, books }: { info: AppInfo; books: readonly BookEntry[] }) {
  const { t, i18n } = useTranslation('vault');
  const refresh = useRefresh();
  const unlock = useAction('vault.unlock');
  const wait = useCountdown();
  const field = useRef<HTMLInputElement>(null);
  const [ref, setRef] = useState(() => firstBook(books, info)?.ref);
  const [passphrase, setPassphrase] = useState('');
  const labels = bookLabels(books, t, i18n.language);
  const book = books.find((one) => one.ref === ref) ?? books[0];
  if (!book) return null;
  const label = labels.get(book.ref);
  const refused = !info.capabilities.realBooks && book.purpose === 'real';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (passphrase === '' || wait.leftMs > 0 || unlock.isPending || refused) return;
    unlock.mutate(
      { ref: book.ref, passphrase },
      {
        onSuccess: () => void refresh(['app.info', 'session.get']),
        onError(error) {
          setPassphrase('');
          wait.start(attemptFacts(error).waitMs);
          field.current?.focus();
        },
      },
    );
  };
  const isFault = info.lockedBy === 'fault';
  const choose = books.map((one) => ({
    id: one.ref,
    label: labels.get(one.ref)?.name ?? '',
    checked: one.ref === book.ref,
    run() {
      setRef(one.ref);
      unlock.reset();
      wait.start(0);
      field.current?.focus();
    },
  }));

  return (
    <>
      <section className="vb-card" aria-labelledby="vb-unlock-title">
        <header className="vb-card-head">
          <span className="vb-card-icon">
            <Icon name="book" size={20} />
          </span>
          <div className="vb-grow">
            <h2 id="vb-unlock-title">{label?.name}</h2>
            <p>{label?.facts}</p>
          </div>
          {books.length > 1 && (
            <Menu groups={[choose]}>
              <Button size="sm" iconAfter="chev-d">
                {t('change_book')}
              </Button>
            </Menu>
          )}
        </header>
        <form className="vb-card-form" onSubmit={submit} noValidate>
          <PassphraseField
            label={t('passphrase')}
            value={passphrase}
            onChange={setPassphrase}
            disabled={refused}
            autoFocus
            ref={field}
          />
          {refused ? (
            <Notice title={t('real_refused.title')}>{t('real_refused.text')}</Notice>
          ) : (
            unlock.error && !unlock.isPending && <UnlockFailure error={unlock.error} />
          )}
          {!unlock.error && !isFault && (info.handedIn === 'failed' || info.handedIn === 'unknown') && (
            <Notice tone="problem" title={t(`handed_in.${info.handedIn}.title`)}>
              {t(`handed_in.${info.handedIn}.text`)}
            </Notice>
          )}
          {!unlock.error && (info.lockedBy === 'fault' || info.lockedBy === 'system' || info.lockedBy === 'idle') && (
            <Notice tone={isFault ? 'problem' : 'info'} title={t(`locked_by.${info.lockedBy}.title`)}>
              {(isFault || info.handedIn === 'kept') && t(`locked_by.${info.lockedBy}.text`)}
            </Notice>
          )}
          {info.demo && book.purpose === 'demo' && (
            <Notice
              title={t('demo.title')}
              action={<Button onClick={() => setPassphrase(info.demo?.passphrase ?? '')}>{t('demo.fill')}</Button>}
            >
              {t('demo.text')} <span className="vb-mono">{info.demo.passphrase}</span>
            </Notice>
          )}
          <UnlockButton leftMs={wait.leftMs} done={wait.done} busy={unlock.isPending} disabled={refused} />
        </form>
        <footer className="vb-card-foot">{t('no_recovery')}</footer>
      </section>
      <DueLine dueAt={info.dueAt} />
    </>
  );
}

/** In a window that opens no real books, the first that it does open. */
function firstBook(books: readonly BookEntry[], info: AppInfo): BookEntry | undefined {
  return books.find((book) => info.capabilities.realBooks || book.purpose !== 'real') ?? books[0];
}

function UnlockButton(props: { leftMs: number; done: number; busy: boolean; disabled: boolean }) {
  const { t } = useTranslation('vault');
  if (props.leftMs > 0)
    return (
      <Button size="lg" wide disabled className="vb-wait">
        {t('next_attempt', { seconds: Math.ceil(props.leftMs / 1000) })}
        <i style={{ width: `${Math.round(props.done * 100)}%` }} />
      </Button>
    );
  return (
    <Button type="submit" variant="primary" size="lg" wide disabled={props.busy || props.disabled}>
      {t(props.busy ? 'unlocking' : 'unlock')}
    </Button>
  );
}

function UnlockFailure({ error }: { error: unknown }) {
  const { t } = useTranslation('vault');
  const wordsOf = useFailureWords();
  const { code } = failureOf(error);
  const { inARow } = attemptFacts(error);
  const words = wordsOf(error);
  const counted = code === 'PASSPHRASE_WRONG' && inARow !== null && inARow > 1;
  return (
    <Notice tone="problem" title={words.title} fact={counted ? t('in_a_row', { count: inARow }) : undefined}>
      <p>
        {words.kept} {words.todo}
      </p>
    </Notice>
  );
}

/** That something is due, and when: no case and no kind of it. */
function DueLine({ dueAt }: { dueAt: readonly number[] }) {
  const { t } = useTranslation('vault');
  const words = useTimeWords();
  const now = useNow();
  const next = dueAt.toSorted((a, b) => a - b)[0];
  if (next === undefined) return null;
  const length = words.length(Math.abs(next - now));
  return (
    <p className="vb-gate-lines">
      <Icon name="clock" size={14} />
      <span>{t(next < now ? 'due_over' : 'due_in', { length })}</span>
    </p>
  );
}
