import { useTranslation } from 'react-i18next';
import { type Command, useCommands } from '#renderer/ui/commands.ts';
import type { Desk } from './desk.ts';
import type { ToolbarAsks } from './NoteToolbar.tsx';

/** What the toolbar of an open note does, in the palette. Struck words are chosen in the text first, and so from there alone. */
export function useNoteCommands(desk: Desk, asks: ToolbarAsks): void {
  const { t } = useTranslation(['note', 'writing', 'kinds']);
  const canWrite = desk.keeper !== null;
  const command = (id: string, label: string, run: () => void): Command => ({
    id: `note.${id}`,
    label,
    icon: 'k-note',
    group: t('kinds:kind.note.one'),
    run,
  });
  const { grade } = asks;
  useCommands([
    command('find', t('writing:find.do'), asks.find),
    ...(canWrite
      ? [
          command('sign', t(desk.signed ? 'writing:sign.addendum' : 'writing:sign.note'), asks.sign),
          command('link', t('writing:link.do'), asks.link),
          command('image', t('writing:picture.insert'), asks.image),
          command('table', t('note:action.table'), () => desk.editor.run('table')),
          ...(grade ? [command('grade', t('writing:grading.do'), grade)] : []),
        ]
      : []),
    ...(desk.signed && desk.closed === null && !desk.hasOpenAddendum
      ? [command('addendum', t('writing:addendum.begin'), asks.addendum)]
      : []),
  ]);
}
