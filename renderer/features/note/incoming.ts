import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { useClient } from '#renderer/client/hooks.ts';
import { takeIn } from '#renderer/client/take-in.ts';
import type { TransferHandlers } from '#renderer/editor/paste/clipboard.ts';
import type { Place } from '#renderer/editor/paste/place.ts';
import { useNotify } from '#renderer/ui/notify.tsx';
import { isPicture } from './pictures.ts';

/** A picture that is being sealed among the attachments of the case. */
export interface IncomingPicture {
  readonly key: number;
  readonly name: string;
  /** How much of it is there, 0 to 1. */
  readonly share: number;
}

/** Pictures on their way from the clipboard or another window into the text. */
export interface Incoming {
  readonly pictures: readonly IncomingPicture[];
  /** Takes the pictures among the files in, one after the other, and puts each where it was pasted or dropped. */
  readonly take: TransferHandlers['onFiles'];
  /** Says what of a paste was left out. */
  readonly tellLeftOut: TransferHandlers['onLeftOut'];
  /** Stops one; nothing of it is kept. */
  cancel(key: number): void;
}

/** What a clipboard calls every picture: no name, and nothing of what is seen. */
const UNNAMED = /^image\.\w+$/i;

/**
 * Pictures become attachments like any other file, with hash and chain of custody; the text holds no more than their id.
 * Undo in the text takes the picture out of it and leaves the attachment, which is struck where it is listed. A note that
 * is left meanwhile stops nothing: the picture is evidence, and where it is now is said.
 */
export function useIncoming(caseId: RecordId): Incoming {
  const { t } = useTranslation('writing');
  const client = useClient();
  const notify = useNotify();
  const [pictures, setPictures] = useState<readonly IncomingPicture[]>([]);
  const stops = useRef(new Map<number, AbortController>());
  const last = useRef({ key: 0, work: Promise.resolve() });
  const latest = useRef({ t, notify });
  latest.current = { t, notify };

  const actions = useMemo(() => {
    const remove = (key: number) => {
      stops.current.delete(key);
      setPictures((all) => all.filter((each) => each.key !== key));
    };

    async function run(key: number, file: File, place: Place, { signal }: AbortController): Promise<void> {
      try {
        signal.throwIfAborted();
        const { id } = await takeIn(client, caseId, file, null, signal, (share) =>
          setPictures((all) => all.map((each) => (each.key === key ? { ...each, share } : each))),
        );
        if (place.insert({ type: 'image', attachment: id, alt: altOf(file.name) })) return;
        const { t, notify } = latest.current;
        notify.show({ tone: 'info', title: t('picture.late', { name: file.name }), text: t('picture.lateText') });
      } catch (error) {
        if (!signal.aborted) latest.current.notify.fail(error);
      } finally {
        remove(key);
      }
    }

    return {
      take(files: readonly File[], place: Place) {
        const { t, notify } = latest.current;
        const fitting = files.filter(({ type }) => isPicture(type));
        if (fitting.length < files.length) {
          notify.show({ tone: 'info', title: t('picture.onlyPictures'), text: t('picture.others') });
        }
        for (const file of fitting) {
          last.current.key += 1;
          const { key } = last.current;
          const stop = new AbortController();
          stops.current.set(key, stop);
          setPictures((all) => [...all, { key, name: file.name, share: 0 }]);
          last.current.work = last.current.work.then(() => run(key, file, place, stop));
        }
      },
      tellLeftOut({ pictures, other }: Parameters<TransferHandlers['onLeftOut']>[0]) {
        const { t, notify } = latest.current;
        const parts = [
          ...(pictures > 0 ? [t('leftOut.pictures', { count: pictures })] : []),
          ...(other > 0 ? [t('leftOut.other', { count: other })] : []),
        ];
        notify.show({ tone: 'info', title: t('leftOut.title', { parts: parts.join(', ') }), text: t('leftOut.text') });
      },
      cancel(key: number) {
        stops.current.get(key)?.abort();
        remove(key);
      },
    };
  }, [client, caseId]);
  return { pictures, ...actions };
}

/** The file's name without its ending, until a person says what is seen on it. */
function altOf(name: string): string {
  return UNNAMED.test(name) ? '' : name.replace(/\.\w{1,5}$/, '').slice(0, 400);
}
