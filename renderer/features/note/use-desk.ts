import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownRecord } from '#contract/record.ts';
import type { Mention } from '#model/document/format.ts';
import type { RecordId } from '#model/ids.ts';
import type { Client } from '#renderer/client/client.ts';
import { useClient, useRefresh, useRoute } from '#renderer/client/hooks.ts';
import { useUnsaved } from '#renderer/client/unsaved.ts';
import { useNotify } from '#renderer/ui/notify.tsx';
import { useBriefWords } from './brief-words.ts';
import { createDesk, type Desk } from './desk.ts';
import { recordDirectory } from './record-looks.ts';

/** The open note of a page, as it comes and goes. */
export interface OpenNote {
  readonly desk: Desk | null;
  readonly note: ShownRecord | null;
  readonly error: unknown;
  /** The record was changed elsewhere while text was being typed here: what is on screen is kept and becomes a version. */
  readonly changedElsewhere: boolean;
  /** The person may write notes. */
  readonly canWrite: boolean;
  /** Throws the draft away and shows the newest version. */
  discardDraft(): Promise<void>;
}

const NOTHING: Omit<OpenNote, 'discardDraft' | 'canWrite'> = {
  desk: null,
  note: null,
  error: null,
  changedElsewhere: false,
};

/** Notes that are being left, by window: a note is not opened again before its version is made. */
const leaving = new WeakMap<Client, Map<RecordId, Promise<void>>>();

/** Opens a note, keeps it while it is written, makes a version when it is left. */
export function useDesk(caseId: RecordId, id: RecordId, onOpenRecord: (mention: Mention) => void): OpenNote {
  const client = useClient();
  const notify = useNotify();
  const { t, i18n } = useTranslation('note');
  const words = useBriefWords();
  const refresh = useRefresh();
  const role = useRoute('session.get', {}).data?.person.role;
  const [state, setState] = useState(NOTHING);
  const [round, setRound] = useState(0);
  const latest = useRef({ onOpenRecord, notify, words, t, refresh });
  latest.current = { onOpenRecord, notify, words, t, refresh };

  // The language is part of what a mention says, so another language is another desk.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round opens the note anew
  useEffect(() => {
    if (role === undefined) return;
    let isGone = false;
    let desk: Desk | null = null;
    const { words, t } = latest.current;

    const open = async () => {
      await leaving.get(client)?.get(id);
      const view = await client.invoke('note.open', { id });
      if (isGone) return;
      desk = createDesk({
        client,
        caseId,
        view,
        canWrite: role !== 'reader',
        directory: recordDirectory(client, words),
        words: {
          link: (type) => (type === 'mentions' ? '' : words.linkInText(type)),
          struck: t('mention.struck'),
          missing: t('mention.missing'),
        },
        titleOf: words.title,
        onOpen: (mention) => latest.current.onOpenRecord(mention),
      });
      // A draft is outside the log and makes no event: its mark and heading in the list follow from here.
      const { keeper } = desk;
      let before = keeper?.get();
      keeper?.subscribe(() => {
        const now = keeper.get();
        const isKept = now.kept === 'draft' && (before?.kept !== 'draft' || before.keptAt !== now.keptAt);
        before = now;
        if (isKept) void latest.current.refresh(['note.list']);
      });
      setState({ desk, note: view.note, error: null, changedElsewhere: false });
    };

    const look = async () => {
      if (!desk) return;
      const { keeper } = desk;
      await keeper?.settled();
      const { note } = await client.invoke('note.open', { id });
      if (isGone || !desk) return;
      const isSame = desk.isCurrent(note) && (note.struckAt !== null) === (desk.closed === 'struck');
      if (isSame) {
        keeper?.adopt(note.version);
        setState((before) => ({ ...before, note }));
      } else if (!keeper || keeper.get().kept === 'version') setRound((number) => number + 1);
      else setState((before) => ({ ...before, note, changedElsewhere: true }));
    };

    open().catch((error: unknown) => !isGone && setState({ ...NOTHING, error }));
    const stop = [
      client.on('records.changed', ({ changes }) => {
        for (const change of changes) desk?.directory.refresh('ids' in change ? change.ids : undefined);
        if (changes.some((change) => change.kind === 'note' && ('all' in change || change.ids.includes(id)))) {
          look().catch(() => undefined);
        }
      }),
    ];
    return () => {
      isGone = true;
      for (const end of stop) end();
      if (desk) leave(client, desk, (error) => latest.current.notify.fail(error));
      setState(NOTHING);
    };
  }, [client, caseId, id, role, round, i18n.language]);

  useUnsaved(async () => state.desk?.keeper?.commit());

  return {
    ...state,
    canWrite: role !== undefined && role !== 'reader',
    async discardDraft() {
      await state.desk?.keeper?.settled();
      state.desk?.keeper?.forget();
      await client.invoke('note.discard_draft', { id });
      setRound((number) => number + 1);
    },
  };
}

/** Makes the version of a note that is left; until then it is not opened again. */
function leave(client: Client, desk: Desk, onFail: (error: unknown) => void): void {
  if (!desk.keeper) {
    desk.stop();
    return;
  }
  const notes = leaving.get(client) ?? new Map<RecordId, Promise<void>>();
  leaving.set(client, notes);
  const done = desk.keeper
    .leave()
    .catch(onFail)
    .finally(() => {
      desk.stop();
      if (notes.get(desk.id) === done) notes.delete(desk.id);
    });
  notes.set(desk.id, done);
}
