import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { KIND_NAMES, type Kind, kindOf } from '#model/kinds.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { type Command, useAllCommands } from '#renderer/ui/commands.ts';
import { requestCreate } from '#renderer/ui/create-request.ts';
import type { IconName } from '#renderer/ui/Icon.tsx';
import { iconOf } from '#renderer/ui/KindBadge.tsx';
import { CASE_AREAS, type Page, useNavigation } from '#renderer/ui/navigation.ts';
import { ask } from '../search/question.ts';
import { areaOf } from './area-of.ts';
import { fits, type PaletteGroup, type PaletteItem } from './items.ts';
import { useSearchItems } from './use-search-items.ts';

/** Most cases listed before anything is typed. */
const FEW = 6;

/** What the palette lists for a text: commands, places, cases, and records that hold it. */
export function usePaletteItems(
  text: string,
  onPeek: (id: RecordId) => void,
): { groups: PaletteGroup[]; searching: boolean; failed: boolean } {
  const { t } = useTranslation(['app', 'kinds']);
  const typed = text.trim();
  const search = useSearchItems(typed, onPeek);
  const commands = useCommandItems();
  const areas = useAreaItems();
  const cases = useCaseItems(typed);
  const create = useCreateItems(typed);
  const all = useAllHits(typed, search.items.length > 0);
  const chosen = (items: readonly PaletteItem[]) => items.filter((item) => typed === '' || fits(item.title, typed));
  const groups: PaletteGroup[] = [
    { id: 'cases', title: t('page.cases'), items: cases },
    { id: 'areas', title: t('palette.areas'), items: chosen(areas) },
    { id: 'commands', title: t('palette.commands'), items: chosen(commands) },
    { id: 'create', title: t('palette.create'), items: create },
    { id: 'records', title: t('palette.records'), items: [...search.items, ...all] },
  ].filter((group) => group.items.length > 0);
  return { groups, searching: search.searching, failed: search.failed };
}

const PAGE_ICON: Record<Page, IconName> = {
  today: 'today',
  cases: 'cases',
  board: 'timeline',
  resources: 'people',
  search: 'search',
  log: 'log',
  settings: 'settings',
  security: 'help',
};

function useCommandItems(): PaletteItem[] {
  const { t } = useTranslation('app');
  const goPage = useNavigation((n) => n.goPage);
  const offered = useAllCommands().filter(({ hidden, can }) => !hidden && (can?.() ?? true));
  const keysOf = new Map(offered.map(({ label, keys }) => [label, keys]));
  const pages = (Object.keys(PAGE_ICON) as Page[]).map((page): PaletteItem => {
    const title = t(`page.${page}`);
    const keys = keysOf.get(title);
    return { id: `page-${page}`, icon: PAGE_ICON[page], title, ...(keys ? { keys } : {}), run: () => goPage(page) };
  });
  const known = new Set(pages.map((page) => page.title));
  const shown = offered.filter((command) => !known.has(command.label));
  // What belongs to the page comes before what is there everywhere; last what its text or drawing does by keys of its own.
  const rankOf = ({ group, ownKeys }: Command) => (ownKeys ? 2 : group ? 0 : 1);
  const [own, common, parts] = [0, 1, 2].map((rank) => shown.filter((one) => rankOf(one) === rank).map(itemOf));
  return [...(own ?? []), ...(common ?? []), ...pages, ...(parts ?? [])];
}

function itemOf(command: Command): PaletteItem {
  return {
    id: `command-${command.id}`,
    icon: command.icon ?? 'arrow-r',
    title: command.label,
    ...(command.group ? { detail: command.group } : {}),
    ...(command.keys ? { keys: command.keys } : {}),
    run: command.run,
  };
}

function useAreaItems(): PaletteItem[] {
  const { t } = useTranslation('kinds');
  const caseId = useNavigation((n) => n.caseId);
  const goArea = useNavigation((n) => n.goArea);
  if (!caseId) return [];
  return CASE_AREAS.map((area) => ({
    id: `area-${area}`,
    icon: area === 'timeline' ? 'timeline' : 'arrow-r',
    title: t(`area.${area}`),
    run: () => goArea(area),
  }));
}

/** Everything that can be created: in the case that is open, or in one of those used last; and what belongs to the book. */
function useCreateItems(typed: string): PaletteItem[] {
  const { t } = useTranslation(['app', 'kinds']);
  const page = useNavigation((n) => n.page);
  const caseId = useNavigation((n) => n.caseId);
  const goPage = useNavigation((n) => n.goPage);
  const openCase = useNavigation((n) => n.openCase);
  const cases = useRoute('case.list', {}).data ?? [];
  const role = useRoute('session.get', {}).data?.person.role;
  if (typed === '' || role === undefined || role === 'reader') return [];
  const item = (kind: Kind, run: () => void): PaletteItem => ({
    id: `create-${kind}`,
    icon: iconOf(kind),
    kind,
    title: t('palette.new', { kind: t(`kinds:kind.${kind}.one`).toLowerCase() }),
    run() {
      run();
      requestCreate(kind);
    },
  });
  const ofBook: PaletteItem[] = OF_BOOK.filter((one) => one.page !== page).map((one) =>
    item(one.kind, () => goPage(one.page)),
  );
  const places = caseId ? cases.filter((row) => row.id === caseId) : cases.filter(({ status }) => status === 'open');
  const ofCase = CREATABLE.flatMap((kind) =>
    places.map((row): PaletteItem => {
      const one = item(kind, () => openCase(row.id, areaOf(kind)));
      return caseId ? one : { ...one, id: `${one.id}-${row.id}`, detail: row.name };
    }),
  );
  return [...ofBook, ...ofCase]
    .filter(({ title, detail }) => fits(`${title} ${detail ?? ''}`, typed))
    .slice(0, MOST_NEW);
}

/** Ways to create that are listed at once: more than a few are narrowed by typing on. */
const MOST_NEW = 24;

/** What belongs to the book and not to a case, and the page where it is made. */
const OF_BOOK = [
  { kind: 'case', page: 'cases' },
  { kind: 'officer', page: 'resources' },
  { kind: 'vehicle', page: 'resources' },
] as const satisfies readonly { kind: Kind; page: Page }[];

/** Kinds with a place of their own in a case; parts of other records are made with those. */
const CREATABLE = KIND_NAMES.filter(
  (kind) =>
    kindOf(kind).listed !== false &&
    kind !== 'case' &&
    kind !== 'case_person' &&
    CASE_AREAS.some((area) => area === kindOf(kind).area),
);

/** The way from the palette to all hits, with filters. */
function useAllHits(typed: string, isThere: boolean): PaletteItem[] {
  const { t } = useTranslation('app');
  const goPage = useNavigation((n) => n.goPage);
  if (!isThere) return [];
  return [
    {
      id: 'all-hits',
      icon: 'filter',
      title: t('palette.all_hits'),
      keys: 'Ctrl+Shift+K',
      run() {
        ask({ text: typed });
        goPage('search');
      },
    },
  ];
}

function useCaseItems(typed: string): PaletteItem[] {
  const cases = useRoute('case.list', {}).data ?? [];
  const openCase = useNavigation((n) => n.openCase);
  return cases
    .filter((row) => typed === '' || fits([row.name, row.number ?? '', ...row.protectedPersons].join(' '), typed))
    .slice(0, typed === '' ? FEW : undefined)
    .map((row) => ({
      id: `case-${row.id}`,
      icon: 'cases',
      title: row.name,
      detail: [row.number, row.protectedPersons.join(', ')].filter(Boolean).join(' · '),
      run: () => openCase(row.id),
    }));
}
