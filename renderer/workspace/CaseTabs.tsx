import { useTranslation } from 'react-i18next';
import type { Kind } from '#model/kinds.ts';
import { CASE_AREAS, type CaseArea, useNavigation } from '#renderer/ui/navigation.ts';
import { KINDS_OF_AREA } from './open-record.ts';
import { PaletteButton } from './PaletteButton.tsx';

/** Areas of the case with how much each holds. */
export function CaseTabs({ counts }: { counts: Partial<Record<Kind, number>> }) {
  const { t } = useTranslation('kinds');
  const { t: words } = useTranslation('case');
  const current = useNavigation((n) => n.area);
  const go = useNavigation((n) => n.goArea);
  return (
    <nav className="vb-tabs" aria-label={words('areas')}>
      {TABS.map((area) => {
        const count = (COUNTED[area] ?? KINDS_OF_AREA[area] ?? []).reduce((sum, kind) => sum + (counts[kind] ?? 0), 0);
        return (
          <button
            key={area}
            type="button"
            className="vb-tab"
            {...(area === (current === 'pattern' ? 'events' : current) ? { 'aria-current': 'page' as const } : {})}
            onClick={() => go(area)}
          >
            {t(`area.${area}`)}
            {count > 0 && area !== 'people' && <span className="vb-tab-count">{count}</span>}
          </button>
        );
      })}
      <PaletteButton />
    </nav>
  );
}

/** Where a tab names one kind and its page holds parts of it too, that kind alone is counted. */
const COUNTED: Partial<Record<CaseArea, readonly Kind[]>> = { orders: ['order'] };

/** The pattern is a look at the events, under their tab; a transfer is reached from the case itself, once in its life. */
const TABS: readonly CaseArea[] = CASE_AREAS.filter((area) => area !== 'pattern' && area !== 'transfer');
