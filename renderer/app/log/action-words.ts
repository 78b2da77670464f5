import type { TFunction } from 'i18next';
import { isKind } from '#model/kinds.ts';

const VERBS = ['create', 'update', 'strike', 'restore'];

/**
 * What a command did, in words: `order.update` is "Endret forbud". An action without words of its own is shown by its
 * name, so that nothing in the log is hidden. `t` must know the namespaces `log` and `kinds`.
 */
export function actionWords(t: TFunction<string[]>, action: string): string {
  const own = t(`log:action.${action.replaceAll('.', '_')}`, { defaultValue: '' });
  if (own !== '') return own;
  const [kind, verb = ''] = action.split('.');
  if (!isKind(kind) || !VERBS.includes(verb)) return action;
  return t(`log:verb.${verb}`, { kind: t(`kinds:kind.${kind}.one`).toLocaleLowerCase() });
}
