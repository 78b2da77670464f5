import { useTranslation } from 'react-i18next';
import { ACTIONS } from '#renderer/editor/commands/actions.ts';
import { NOTE_KEYS, PLACE_KEYS } from '#renderer/features/note/note-keys.ts';
import { TIMELINE_KEYS } from '#renderer/timeline/index.ts';
import { useAllCommands } from '#renderer/ui/commands.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { usePlainWords } from './plain-words.ts';
import './keys.css';

/** Commands that are there on every page, in the order in which they are listed. */
const EVERYWHERE = ['palette', 'search', 'keys', 'undo', 'redo', 'back', 'forward', 'lock', 'security'];
const LISTS = {
  walk: ['ArrowUp', 'ArrowDown'],
  page: ['PageUp', 'PageDown'],
  ends: ['Home', 'End'],
  show: ['Space'],
  open: ['Enter'],
  close: ['Escape'],
} as const;
const SIGNS = { heading: '# ## ###', list: '- *', number: '1.', check: '[]', quote: '>', important: '!' } as const;

interface Line {
  readonly id: string;
  readonly label: string;
  readonly chords: readonly string[];
}

/** Every key of the program: those of the page that is open first, then what works everywhere and in each kind of view. */
export default function KeysDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('keys');
  const { t: note } = useTranslation('note');
  const plain = usePlainWords();
  const keyed = useAllCommands().flatMap(({ id, keys, label, ownKeys }): Line[] =>
    keys && label !== '' && !ownKeys ? [{ id, label: plain(id, label), chords: [keys] }] : [],
  );
  const timeline = (when: 'free' | 'held') =>
    TIMELINE_KEYS.filter((one) => one.while === when).map(
      ({ id, chords }): Line => ({ id, label: t(`timeline.${id}`), chords }),
    );
  const sections: [string, readonly Line[]][] = [
    ['here', keyed.filter(({ id }) => !EVERYWHERE.includes(id))],
    ['everywhere', EVERYWHERE.flatMap((id) => keyed.filter((line) => line.id === id))],
    ['lists', Object.entries(LISTS).map(([id, chords]) => ({ id, label: t(`list.${id}`), chords }))],
    ['timeline', timeline('free')],
    ['held', timeline('held')],
    [
      'note',
      [
        ...ACTIONS.filter(({ keys }) => keys !== '').map(({ id, keys }) => ({
          id,
          label: note(`action.${id}`),
          chords: [keys],
        })),
        ...Object.entries({ ...NOTE_KEYS, ...PLACE_KEYS }).map(([id, keys]) => ({
          id,
          label: t(`note.${id}`),
          chords: [keys],
        })),
      ],
    ],
    ['sign', Object.entries(SIGNS).map(([id, signs]) => ({ id, label: t(`sign.${id}`), chords: signs.split(' ') }))],
  ];
  return (
    <Dialog open title={t('title')} subtitle={t('subtitle')} onClose={onClose} width={1080}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and holds nothing to press */}
      <section className="vb-keys" tabIndex={0} aria-label={t('title')}>
        {sections
          .filter(([, lines]) => lines.length > 0)
          .map(([id, lines]) => (
            <section key={id} aria-labelledby={`vb-keys-${id}`}>
              <h3 id={`vb-keys-${id}`}>{t(`section.${id}`)}</h3>
              <dl>
                {lines.map((line) => (
                  <div key={line.id}>
                    <dt>{line.label}</dt>
                    <dd>
                      {line.chords.map((chord) => (
                        <Kbd key={chord} keys={chord} />
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
      </section>
    </Dialog>
  );
}
