import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShownRecord } from '#contract/record.ts';
import type { LinkTarget, Time } from '#model/document/format.ts';
import type { RecordId } from '#model/ids.ts';
import type { SpellingLanguage } from '#model/spelling.ts';
import type { Client } from '#renderer/client/client.ts';
import { useClient, useRefresh, useRoute } from '#renderer/client/hooks.ts';
import { useUnsaved } from '#renderer/client/unsaved.ts';
import { useNotify } from '#renderer/ui/notify.tsx';
import { useZone } from '#renderer/ui/zone.ts';
import { useBriefWords } from './brief-words.ts';
import { createDesk, type Desk } from './desk.ts';
import { type Incoming, useIncoming } from './incoming.ts';
import { useNodeWords } from './node-words.ts';
import { pictureLoader } from './pictures.ts';
import { recordDirectory } from './record-looks.ts';
import { suggester } from './suggest.ts';

/** The open note of a page, as it comes and goes. */
export interface OpenNote {
  readonly desk: Desk | null;
  readonly note: ShownRecord | null;
  readonly error: unknown;
  /** The record was changed elsewhere while text was being typed here: what is on screen is kept and becomes a version. */
  readonly changedElsewhere: boolean;
  /** It was opened anew under the person's hands: signed, struck in, added to, taken over. */
  readonly isReopened: boolean;
  /** The person may write notes. */
  readonly canWrite: boolean;
  /** Throws the draft away and shows the newest version. */
  discardDraft(): Promise<void>;
  /** Makes a version of another person's draft, to write on from there. */
  takeDraft(): Promise<void>;
  /** Begins an addendum to the signed note. */
  beginAddendum(): void;
  /** Its statements are graded: the book asks for it and the note does not belong to a criminal case. */
  readonly grades: boolean;
  /** Language whose spelling is looked at; null is none. */
  readonly language: SpellingLanguage | null;
  /** Pictures on their way into the text. */
  readonly incoming: Incoming;
  /** What is asked for by Ctrl+G in the text. */
  readonly onGrade: { current: (() => void) | null };
  /** What is asked for by Enter on a picture. */
  readonly onPicture: { current: (() => void) | null };
}

const NOTHING: Omit<
  OpenNote,
  | 'discardDraft'
  | 'takeDraft'
  | 'canWrite'
  | 'isReopened'
  | 'beginAddendum'
  | 'grades'
  | 'language'
  | 'incoming'
  | 'onGrade'
  | 'onPicture'
> = {
  desk: null,
  note: null,
  error: null,
  changedElsewhere: false,
};

/** Notes that are being left, by window: a note is not opened again before its version is made. */
const leaving = new WeakMap<Client, Map<RecordId, Promise<void>>>();

interface Ways {
  /** A link was followed. */
  readonly onOpenLink: (target: LinkTarget) => void;
  /** A date or a time was followed. */
  readonly onOpenTime: (time: Time) => void;
}

/** Opens a note, keeps it while it is written, makes a version when it is left. */
export function useDesk(caseId: RecordId, id: RecordId, ways: Ways): OpenNote {
  const client = useClient();
  const notify = useNotify();
  const { i18n } = useTranslation('note');
  const words = useBriefWords();
  const nodeWords = useNodeWords();
  const zone = useZone();
  const refresh = useRefresh();
  const person = useRoute('session.get', {}).data?.person;
  const role = person?.role;
  const name = person?.name ?? '';
  const [state, setState] = useState(NOTHING);
  const [round, setRound] = useState(0);
  /** The round in which an addendum is begun. */
  const addendumRound = useRef(-1);
  const scheme = useRoute('note.settings', {}).data?.grading;
  const language = useRoute('spelling.get', {}).data?.language;
  const onGrade = useRef<(() => void) | null>(null);
  const onPicture = useRef<(() => void) | null>(null);
  const incoming = useIncoming(caseId);
  const isGrading = scheme !== undefined && scheme !== 'off' && state.note?.values.criminalCase !== true;
  const latest = useRef({ ways, notify, words, nodeWords, refresh, isGrading });
  latest.current = { ways, notify, words, nodeWords, refresh, isGrading };

  // The language is part of what a mention says, so another language is another desk.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round opens the note anew
  useEffect(() => {
    if (role === undefined || scheme === undefined || language === undefined) return;
    let isGone = false;
    let desk: Desk | null = null;
    const { words, nodeWords } = latest.current;
    const pictures = pictureLoader(client);

    const open = async () => {
      await leaving.get(client)?.get(id);
      const view = await client.invoke('note.open', { id });
      if (isGone) return;
      desk = createDesk({
        client,
        view,
        person: name,
        canWrite: role !== 'reader',
        addendum: addendumRound.current === round,
        directory: recordDirectory(client, words),
        words: nodeWords,
        picture: pictures.load,
        suggest: suggester({
          client,
          caseId,
          noteId: id,
          zone,
          titleOf: words.title,
          dateWords: nodeWords.date,
        }),
        onOpen: (target) => latest.current.ways.onOpenLink(target),
        checkSpelling:
          language === null
            ? null
            : async (words) => (await client.invoke('spelling.check', { language, words: [...words] })).wrong,
        onGrade: () => onGrade.current?.(),
        isGrading: () => latest.current.isGrading,
        onPicture: () => onPicture.current?.(),
        onOpenTime: (time) => latest.current.ways.onOpenTime(time),
        onFiles: incoming.take,
        onLeftOut: incoming.tellLeftOut,
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
      // The titles of the case are made ready before the first @ asks for them.
      if (desk.keeper) client.invoke('record.suggest', { caseId, text: '', limit: 1 }).catch(() => undefined);
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
      pictures.stop();
      if (desk) leave(client, desk, (error) => latest.current.notify.fail(error));
      setState(NOTHING);
    };
  }, [client, caseId, id, role, name, zone, scheme, language, round, i18n.language]);

  useUnsaved(async () => state.desk?.keeper?.handIn());

  return {
    ...state,
    canWrite: role !== undefined && role !== 'reader',
    isReopened: round > 0,
    grades: isGrading,
    language: language ?? null,
    incoming,
    onGrade,
    onPicture,
    async takeDraft() {
      const draft = state.desk?.othersDraft;
      if (!draft) return;
      await client.invoke('note.take_draft', { id, at: draft.at });
      setRound((number) => number + 1);
    },
    beginAddendum() {
      addendumRound.current = round + 1;
      setRound(round + 1);
    },
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
