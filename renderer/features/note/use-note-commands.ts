import { useTranslation } from 'react-i18next';
import { ACTIONS } from '#renderer/editor/commands/actions.ts';
import { type Command, useCommands } from '#renderer/ui/commands.ts';
import type { Desk } from './desk.ts';
import type { ToolbarAsks } from './NoteToolbar.tsx';
import { NOTE_KEYS } from './note-keys.ts';

/** Everything an open note can do, in the palette: what its toolbar does, and each action of its text with its key. */
export function useNoteCommands(desk: Desk, asks: ToolbarAsks & { toolbar: (() => void) | null }): void {
  const { t } = useTranslation(['note', 'writing', 'kinds', 'keys']);
  const canWrite = desk.keeper !== null;
  const command = (id: string, label: string, run: () => void, keys?: string): Command => ({
    id: `note.${id}`,
    label,
    icon: 'k-note',
    group: t('kinds:kind.note.one'),
    ...(keys && { keys }),
    ...(keys !== undefined && { ownKeys: true }),
    run,
  });
  const keyed = (id: keyof typeof NOTE_KEYS, run: () => void) => command(id, t(`keys:note.${id}`), run, NOTE_KEYS[id]);
  const { grade, toolbar } = asks;
  useCommands([
    keyed('find', asks.find),
    ...(toolbar ? [keyed('toolbar', toolbar)] : []),
    ...(canWrite
      ? [
          command('sign', t(desk.signed ? 'writing:sign.addendum' : 'writing:sign.note'), asks.sign),
          keyed('link', asks.link),
          command('image', t('writing:picture.insert'), asks.image),
          ...(grade ? [keyed('grade', grade)] : []),
          ...ACTIONS.map(({ id, keys }) =>
            command(`action.${id}`, t(`note:action.${id}`), () => desk.editor.run(id), keys),
          ),
        ]
      : []),
    ...(desk.signed && desk.closed === null ? [command('strike', t('writing:strike.do'), asks.strike)] : []),
    ...(desk.signed && desk.closed === null && !desk.hasOpenAddendum
      ? [command('addendum', t('writing:addendum.begin'), asks.addendum)]
      : []),
  ]);
}
