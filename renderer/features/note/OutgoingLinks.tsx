import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { linkKey } from '#model/document/mentions.ts';
import type { RecordId } from '#model/ids.ts';
import { LINK_TYPES } from '#model/kinds/note.ts';
import { type Kind, kindOf } from '#model/kinds.ts';
import type { MentionDirectory } from '#renderer/editor/mentions/directory.ts';
import { useStore } from '#renderer/editor/useStore.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { KindBadge } from '#renderer/ui/KindBadge.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { useBriefWords } from './brief-words.ts';
import type { Desk } from './desk.ts';
import { useNodeWords } from './node-words.ts';
import type { OutgoingLink } from './text-facts.ts';

interface Props {
  desk: Desk;
  onOpen: (id: RecordId, kind: Kind) => void;
}

/** Lines shown before the rest is asked for. */
const FIRST = 20;

/** What the text links to, as it stands now; the type of each can be changed here too. */
export function OutgoingLinks({ desk, onOpen }: Props) {
  const { t } = useTranslation('note');
  const { links } = useStore(desk.facts);
  const [isWhole, setWhole] = useState(false);
  useDirectory(desk.directory);
  const shown = isWhole ? links : links.slice(0, FIRST);
  return (
    <section className="note-part">
      <h2 className="note-part-head">
        <Icon name="link" />
        {t('outgoing')}
        <span className="note-part-count">{links.length}</span>
      </h2>
      {links.length === 0 && <p className="note-part-empty">{t('outgoingEmpty')}</p>}
      <ul>
        {shown.map((link) => (
          <li key={linkKey(link)} className="note-out">
            <OutgoingLine desk={desk} link={link} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      {shown.length < links.length && (
        <Button variant="quiet" size="sm" onClick={() => setWhole(true)}>
          {t('moreLinks', { count: links.length - shown.length })}
        </Button>
      )}
    </section>
  );
}

function OutgoingLine({ desk, link, onOpen }: { desk: Desk; link: OutgoingLink; onOpen: Props['onOpen'] }) {
  const { t } = useTranslation('note');
  const words = useBriefWords();
  const look = desk.directory.look(link.toId);
  const nodeWords = useNodeWords();
  const isMoment = link.kind === 'case' && link.date !== null;
  const title = isMoment ? nodeWords.date(link.date ?? '') : look?.title || link.label;
  return (
    <>
      <button type="button" className="note-link" disabled={look === null} onClick={() => onOpen(link.toId, link.kind)}>
        <KindBadge kind={link.kind} tone={look?.tone ?? kindOf(link.kind).tone} />
        <span className="note-link-words">
          <span className="note-link-title">{look?.struck ? <s>{title}</s> : title}</span>
          {link.date !== null && !isMoment && <span className="note-link-more">{nodeWords.date(link.date)}</span>}
          {look?.struck && <span className="note-link-more">{t('mention.struck')}</span>}
          {look === null && <span className="note-link-more">{t('mention.missing')}</span>}
        </span>
      </button>
      {desk.keeper === null ? (
        <span className="note-out-type">{words.link(link.type)}</span>
      ) : (
        <Menu
          side="bottom-end"
          groups={[
            LINK_TYPES.map((type) => ({
              id: type,
              label: words.link(type),
              checked: type === link.type,
              run: () => desk.editor.mentions.setLinkTypes(link.toId, link.type, type),
            })),
          ]}
        >
          <Button
            size="sm"
            variant="quiet"
            iconAfter="chev-d"
            aria-label={t('mention.linkButton', { title, link: words.link(link.type) })}
          >
            {words.link(link.type)}
          </Button>
        </Menu>
      )}
    </>
  );
}

/** Draws anew when what is known of mentioned records changes. */
function useDirectory(directory: MentionDirectory): void {
  useSyncExternalStore(
    (listener) => directory.subscribe(listener),
    () => directory.round(),
  );
}
