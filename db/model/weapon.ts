/** Words that deny, alone or with those beside them: «nei, ikke sett noe våpen», "none seen". */
const DENIES = new Set([
  ...['ingen', 'inga', 'intet', 'ingenting', 'nei', 'ikke', 'uten', 'aldri'],
  ...['no', 'none', 'nothing', 'not', 'never', 'without'],
]);
const UNKNOWN = new Set(['ukjent', 'uvisst', 'usikkert', 'uavklart', 'unknown', 'unclear', 'unsure', 'uncertain']);
const WEAPON = new Set(['våpen', 'våpenet', 'weapon', 'weapons']);
const BESIDE = new Set([
  ...['noe', 'noen', 'any', 'kjent', 'kjente', 'known', 'sett', 'seen', 'observert', 'observed', 'nevnt', 'mentioned'],
  ...['opplyst', 'meldt', 'reported', 'vet', 'vi', 'we', 'hun', 'she', 'så', 'langt', 'far', 'so', 'foreløpig', 'per'],
  ...['nå', 'now', 'yet', 'ennå'],
]);
/** «Ukjent om han er bevæpnet»: what may stand behind it. */
const ASKS = new Set(['om', 'hvorvidt', 'if', 'whether']);
const ASKED = new Set([
  'han',
  'he',
  'er',
  'is',
  'var',
  'was',
  'har',
  'has',
  'hadde',
  'had',
  'bevæpnet',
  'armed',
  'et',
  'a',
]);

/**
 * What a field for a weapon names; null where it is empty or only says that there was none, or that nobody knows: «Ingen»,
 * "not seen", "?". What says more names a weapon, whatever it denies besides: «Ingen skytevåpen, men kniv»; and so does
 * «ukjent våpen», of which only the sort is not known.
 */
export function namedWeapon(text: string | null | undefined): string | null {
  const named = text?.trim() ?? '';
  const words = named.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length === 0) return null;
  const asks = words.findIndex((word) => ASKS.has(word));
  const told = asks < 0 ? words : words.slice(0, asks);
  const asked = asks < 0 ? [] : words.slice(asks + 1);
  const denies = told.some((word) => DENIES.has(word));
  const isNothing =
    (denies || told.some((word) => UNKNOWN.has(word))) &&
    told.every((word) => DENIES.has(word) || UNKNOWN.has(word) || BESIDE.has(word) || (denies && WEAPON.has(word))) &&
    asked.every((word) => ASKED.has(word) || WEAPON.has(word) || BESIDE.has(word));
  return isNothing ? null : named;
}
