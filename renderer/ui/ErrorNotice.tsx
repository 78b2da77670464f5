import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from './Notice.tsx';

/** A failed call: its code, and what belongs to it. */
export interface Failure {
  readonly code: string;
  readonly data?: unknown;
}

/** A failure in words: what happened, what was kept, what to do. */
export interface FailureWords {
  readonly title: string;
  readonly kept: string;
  readonly todo: string;
}

/** The code of whatever was thrown; what carries none is a fault of ours. */
export function failureOf(error: unknown): Failure {
  if (error && typeof error === 'object' && 'code' in error && typeof error.code === 'string')
    return { code: error.code, data: 'data' in error ? error.data : undefined };
  return { code: 'INTERNAL' };
}

/** Words of failures, by code; a code without its own words gets those of INTERNAL, and the code itself. */
export function useFailureWords(): (error: unknown) => FailureWords {
  const { t, i18n } = useTranslation('errors');
  return (error) => {
    const failure = failureOf(error);
    const known = i18n.exists(`errors:${failure.code}.title`);
    const key = known ? failure.code : 'INTERNAL';
    const data = failure.data && typeof failure.data === 'object' ? failure.data : {};
    const values = { ...data, code: failure.code };
    return { title: t(`${key}.title`, values), kept: t(`${key}.kept`, values), todo: t(`${key}.todo`, values) };
  };
}

/** Shows a failure; nothing when there is none. */
export function ErrorNotice({ error, action }: { error: unknown; action?: ReactNode }) {
  const wordsOf = useFailureWords();
  if (error === null || error === undefined) return null;
  const words = wordsOf(error);
  return (
    <Notice tone="problem" title={words.title} action={action}>
      <p>
        {words.kept} {words.todo}
      </p>
    </Notice>
  );
}
