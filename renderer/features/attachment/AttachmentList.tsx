import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { AttachmentItem } from '#contract/attachment.ts';
import type { RecordId } from '#model/ids.ts';
import { formatBytes } from '#renderer/ui/format-bytes.ts';
import { Icon, type IconName } from '#renderer/ui/Icon.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { viewOf } from './view-of.ts';

interface Props {
  items: readonly AttachmentItem[];
  selectedId: RecordId | null;
  onSelect: (id: RecordId) => void;
}

function iconOf({ mediaType, sizeBytes }: AttachmentItem): IconName {
  switch (viewOf(mediaType, sizeBytes)) {
    case 'image':
      return 'camera';
    case 'media':
      return mediaType.startsWith('audio/') ? 'mic' : 'camera';
    case 'text':
      return 'message';
    case 'pdf':
      return 'sheets';
    case 'none':
      return 'clip';
  }
}

/** The attachments of the case, the one taken in last first. Up and down walk from one to the next. */
export function AttachmentList({ items, selectedId, onSelect }: Props) {
  const { t, i18n } = useTranslation('attachment');
  const time = useTimeWords();
  const list = useRef<HTMLUListElement>(null);
  const walk = (event: KeyboardEvent) => {
    const lines = [...(list.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    const at = lines.indexOf(event.target as HTMLElement);
    const to: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: lines.length - 1 };
    const next = at < 0 ? undefined : lines[to[event.key] ?? -1];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  return (
    <ul className="attachment-list" ref={list} onKeyDown={walk} aria-label={t('list')}>
      {items.map((item) => (
        <li key={item.id}>
          <button
            type="button"
            className="attachment-line"
            aria-current={item.id === selectedId ? 'true' : undefined}
            onClick={() => onSelect(item.id)}
          >
            <Icon name={iconOf(item)} />
            <span className="attachment-line-words">
              <span className="attachment-line-name" title={item.name}>
                {item.struckAt === null ? item.name : <s>{item.name}</s>}
              </span>
              <span className="attachment-line-more">
                {time.stamp(item.createdAt)} · {formatBytes(item.sizeBytes, i18n.language)}
                {item.source && ` · ${item.source}`}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
