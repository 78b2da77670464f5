import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useClient, useRoute } from '#renderer/client/hooks.ts';
import { useCommands } from '#renderer/ui/commands.ts';
import { type Failure, failureOf } from '#renderer/ui/ErrorNotice.tsx';
import { useNotify } from '#renderer/ui/notify.tsx';
import { actionWords } from '../log/action-words.ts';

const KEYS = { undo: 'Ctrl+Z', redo: 'Ctrl+Shift+Z' } as const;

/** Undo and redo of any change to records, by key and by palette, each saying what it did. In a text they belong to the text. */
export function useHistoryCommands(): void {
  const { t } = useTranslation(['app', 'log', 'kinds', 'errors']);
  const client = useClient();
  const notify = useNotify();
  const history = useRoute('history.get', {}).data;

  const step = async (way: 'undo' | 'redo') => {
    try {
      const { action } = await client.invoke(`history.${way}`, {});
      const other = way === 'undo' ? 'redo' : 'undo';
      notify.show({
        tone: 'ok',
        title: t(`log:history.${way}_done`, { action: actionWords(t, action) }),
        action: { label: t(`log:history.${other}`), keys: KEYS[other], run: () => void step(other) },
      });
    } catch (error) {
      const failure = failureOf(error);
      const values = conflictWords(t, failure);
      if (failure.code === 'NOTHING_TO_UNDO' || failure.code === 'NOTHING_TO_REDO')
        notify.show({ title: t(`log:history.${way}_none`) });
      else if (values)
        notify.show({
          tone: 'problem',
          title: t('errors:UNDO_CONFLICT.title'),
          text: `${values} ${t('errors:UNDO_CONFLICT.todo')}`,
        });
      else notify.fail(error);
    }
  };

  const label = (way: 'undo' | 'redo') => {
    const next = history?.[way];
    return next ? t(`log:history.${way}_next`, { action: actionWords(t, next.action) }) : t(`log:history.${way}`);
  };
  useCommands([
    { id: 'undo', icon: 'undo', keys: KEYS.undo, inText: false, label: label('undo'), run: () => void step('undo') },
    { id: 'redo', icon: 'redo', keys: KEYS.redo, inText: false, label: label('redo'), run: () => void step('redo') },
  ]);
}

/** Both values of a field that has changed since, where they are plain enough to be read. */
function conflictWords(t: TFunction<string[]>, { code, data }: Failure): string | null {
  if (code !== 'UNDO_CONFLICT' || !data || typeof data !== 'object') return null;
  const { field, left, found } = data as Record<string, unknown>;
  const plain = (value: unknown) => typeof value === 'string' || typeof value === 'number';
  if (typeof field !== 'string' || !plain(left) || !plain(found)) return null;
  return t('log:history.conflict', { field: t(`kinds:field.${field}`, { defaultValue: field }), left, found });
}
