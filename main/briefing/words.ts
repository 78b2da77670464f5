import i18next, { type TFunction } from 'i18next';
import { formatDay, formatEnd, formatInstant, formatPeriod, formatWhen, type Lang } from '#model/format.ts';
import type { Kind } from '#model/kinds.ts';
import type { When } from '#model/when.ts';
import { NAMESPACES, RESOURCES } from '#resources/i18n/index.ts';

/** The words of one briefing: its language and the zone its times are told in. */
export interface Words {
  readonly lang: Lang;
  readonly zone: string;
  /** A text of the namespace `briefing`. */
  readonly t: TFunction<'briefing'>;
  /** Word for a choice; a value the program has no word for is told as it was written. */
  option(field: string, value: string): string;
  kind(kind: Kind): string;
  /** When a fact happened, with its zone where that is not the case's. */
  when(when: When): string;
  at(at: number): string;
  /** The same for the end of something: midnight is 24 of the day before. */
  end(at: number): string;
  day(at: number): string;
  period(fromAt: number, toAt: number | null): string;
  quoted(text: string): string;
  /** `Lind, Berg og Selje` */
  list(items: readonly string[]): string;
}

const i18n = i18next.createInstance();
void i18n.init({
  initAsync: false,
  lng: 'nb',
  fallbackLng: false,
  ns: [...NAMESPACES],
  defaultNS: 'briefing',
  resources: RESOURCES,
  // The answer is data, not markup: React escapes when it draws.
  interpolation: { escapeValue: false },
});

const QUOTES = { nb: ['«', '»'], en: ['“', '”'] } as const;

/** Words in `lang` with times told in `zone` (IANA). */
export function createWords(lang: Lang, zone: string): Words {
  const t = i18n.getFixedT(lang, 'briefing');
  const word = (key: string, fallback: string): string => (i18n.exists(key, { lng: lang }) ? t(key) : fallback);
  const list = new Intl.ListFormat(lang, { type: 'conjunction' });
  return {
    lang,
    zone,
    t,
    option: (field, value) => word(`kinds:option.${field}.${value}`, value),
    kind: (kind) => t(`kinds:kind.${kind}.one`),
    when(when) {
      const told = formatWhen(when, lang, 'numeric');
      return when.precision === 'minute' && when.zone !== zone ? `${told} (${when.zone})` : told;
    },
    at: (at) => formatInstant(at, zone, lang, 'numeric'),
    day: (at) => formatDay(at, zone, lang, 'numeric'),
    end: (at) => formatEnd(at, zone, lang, 'numeric'),
    period: (fromAt, toAt) => formatPeriod(fromAt, toAt, zone, lang, 'numeric'),
    list: (items) => list.format(items),
    quoted(text) {
      const [open, close] = QUOTES[lang];
      const trimmed = text.trim();
      return /^[«"“]/.test(trimmed) ? trimmed : `${open}${trimmed}${close}`;
    },
  };
}
