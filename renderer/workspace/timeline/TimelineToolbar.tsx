import { useTranslation } from 'react-i18next';
import { localParts } from '#model/time.ts';
import { GROUPINGS } from '#renderer/features/plan/plan-parts.ts';
import { useSavedViews } from '#renderer/features/saved-view/use-saved-views.tsx';
import type { TimeSpan } from '#renderer/timeline/index.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useAllCommands } from '#renderer/ui/commands.ts';
import type { IconName } from '#renderer/ui/Icon.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { useZone } from '#renderer/ui/zone.ts';
import { readShown, type Shown, WHOLE_CASE, writeShown } from './shown.ts';

export const SPANS = ['h24', 'h72', 'd10', 'd30', 'w13', 'all'] as const;
export type Span = (typeof SPANS)[number];

interface Props {
  view: TimeSpan | null;
  /** The span that is shown, where it is one of ours. */
  span: Span | null;
  asList: boolean;
  onList: (asList: boolean) => void;
  onSpan: (span: Span) => void;
  onNow: () => void;
  /** Moves by so many lengths of what is shown. */
  onStep: (pages: number) => void;
  onNew: () => void;
  shown: Shown;
  onShown: (shown: Shown) => void;
  onNextGap: () => void;
  onPrint: () => void;
}

/** Where in time the timeline stands, how much of it is shown, and the way to a new measure. */
export function TimelineToolbar(props: Props) {
  const { view, span: current, asList, onList, onSpan, onNow, onStep, onNew, onNextGap, onPrint } = props;
  const { t } = useTranslation('timeline');
  return (
    <div className="vb-timeline-bar">
      <IconButton icon="chev-l" label={t('earlier')} onClick={() => onStep(-0.5)} />
      <Button onClick={onNow}>{t('now')}</Button>
      <IconButton icon="chev-r" label={t('later')} onClick={() => onStep(0.5)} />
      {/* The list says its time itself, with how much lies in it. */}
      <p className="vb-timeline-span" aria-live={asList ? 'off' : 'polite'}>
        {view && <SpanWords view={view} />}
      </p>
      <fieldset className="vb-seg" aria-label={t('spanLabel')}>
        {SPANS.map((span) => (
          <button key={span} type="button" aria-pressed={span === current} onClick={() => onSpan(span)}>
            {t(`span.${span}`)}
          </button>
        ))}
      </fieldset>
      <ShownMenu {...props} />
      <div className="vb-timeline-end">
        <HistoryButton id="undo" icon="undo" />
        <HistoryButton id="redo" icon="redo" />
        <IconButton icon="print" label={t('paper:open')} keys="Ctrl+P" onClick={onPrint} />
        <Button icon="list" keys="L" on={asList} onClick={() => onList(!asList)}>
          {t('list')}
        </Button>
        <Button icon="gap" keys="G" onClick={onNextGap}>
          {t('plan:toolbar.nextGap')}
        </Button>
        <Button variant="primary" icon="plus" keys="N" onClick={onNew}>
          {t('newMeasure')}
        </Button>
      </div>
    </div>
  );
}

const FILTERS = [
  'need',
  'shield',
  'guard',
  'patrol',
  'transport',
  'threat',
  'order',
  'breach',
  'court',
  'assess',
] as const;

/** By what the lanes are ordered, which of them are shown, and the choices of both that were given a name. */
function ShownMenu({ shown, onShown }: Props) {
  const { t } = useTranslation('plan');
  const { grouping, only } = shown;
  const views = useSavedViews({
    page: 'timeline',
    filter: writeShown(shown),
    onFilter: (text) => onShown(readShown(text)),
    whole: writeShown(WHOLE_CASE),
  });
  const groupings = GROUPINGS.map((value) => ({
    id: value,
    label: t(`grouping.${value}`),
    checked: value === grouping,
    run: () => onShown({ ...shown, grouping: value }),
  }));
  const tones = FILTERS.map((tone) => ({
    id: tone,
    label: t('toolbar.only', { what: t(`kinds:tone.${tone}`) }),
    checked: tone === only,
    run: () => onShown({ ...shown, only: tone }),
  }));
  const all = {
    id: 'all',
    label: t('toolbar.all'),
    checked: only === null,
    run: () => onShown({ ...shown, only: null }),
  };
  const isPlain = only === null && grouping === 'kind';
  const plain = only === null ? t(isPlain ? 'toolbar.shown' : `grouping.${grouping}`) : t(`kinds:tone.${only}`);
  return (
    <>
      <Menu groups={[groupings, [all, ...tones], ...views.groups]} side="bottom-start">
        <Button icon="filter" on={!isPlain}>
          {views.chosen ?? plain}
        </Button>
      </Menu>
      {views.dialog}
    </>
  );
}

/** Undo or redo as a button; its label names what would be taken back. */
function HistoryButton({ id, icon }: { id: 'undo' | 'redo'; icon: IconName }) {
  const { t } = useTranslation('timeline');
  const command = useAllCommands().find((one) => one.id === id);
  return (
    <IconButton
      icon={icon}
      label={command?.label ?? t(id)}
      {...(command?.keys ? { keys: command.keys } : {})}
      disabled={!command}
      onClick={() => command?.run()}
    />
  );
}

const YEAR_MS = 366 * 86_400_000;

function SpanWords({ view }: { view: TimeSpan }) {
  const { t } = useTranslation('timeline');
  const time = useTimeWords();
  const zone = useZone();
  const last = view.toAt - 1;
  if (last - view.fromAt > YEAR_MS) {
    return <>{`${localParts(view.fromAt, zone).year} – ${localParts(last, zone).year}`}</>;
  }
  const weeks = [localParts(view.fromAt, zone).week, localParts(last, zone).week];
  return (
    <>
      <strong>{`${time.date(view.fromAt)} – ${time.date(last)}`}</strong>{' '}
      <span className="vb-muted">
        {weeks[0] === weeks[1] ? t('week', { week: weeks[0] }) : t('weeks', { from: weeks[0], to: weeks[1] })}
      </span>
    </>
  );
}
