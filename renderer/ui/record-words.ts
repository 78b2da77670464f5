import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '#model/field.ts';
import type { Kind } from '#model/kinds.ts';
import type { When } from '#model/when.ts';
import { useTimeWords } from './time-words.ts';

interface Titled {
  readonly kind: Kind;
  readonly title: string;
  readonly titleEn: string | null;
}

/** Words of records in the interface's language. */
export interface RecordWords {
  /** A record's name: its own title in this language, else its kind. */
  title(record: Titled): string;
  kind(kind: Kind): string;
  kinds(kind: Kind): string;
  field(name: string): string;
  /** A choice in words; a value that has none is shown as written. */
  option(field: string, value: string): string;
  /** A value as it is read in a list; empty when it is not known. */
  value(name: string, field: Field<unknown>, value: unknown): string;
  /** A problem with a field, by its code. */
  problem(code: string): string;
  readonly unknown: string;
}

/** Words of records in the interface's language and the zone in force here. */
export function useRecordWords(): RecordWords {
  const { t, i18n } = useTranslation('kinds');
  const time = useTimeWords();
  const language = i18n.language;
  return useMemo(() => {
    const option = (field: string, value: string) =>
      t(`option.${field}.${value}`, { ns: 'kinds', defaultValue: value });
    return {
      title: (record) =>
        (language === 'en' && record.titleEn ? record.titleEn : record.title) || t(`kind.${record.kind}.one`),
      kind: (kind) => t(`kind.${kind}.one`),
      kinds: (kind) => t(`kind.${kind}.many`),
      field: (name) => t(`field.${name}`),
      option,
      value(name, field, value) {
        if (value === null || value === undefined) return '';
        switch (field.type) {
          case 'flag':
            return t(value === true ? 'yes' : 'no');
          case 'choice':
          case 'suggest':
            return option(name, String(value));
          case 'choices':
            return (value as string[]).map((one) => option(name, one)).join(', ');
          case 'instant':
            return time.stamp(value as number);
          case 'local':
            return time.localStamp(String(value));
          case 'when':
            return time.when(value as When);
          case 'ref':
          case 'document':
            return '';
          default:
            return String(value);
        }
      },
      problem: (code) => t(`problem.${code}`, { defaultValue: t('problem.INVALID') }),
      unknown: t('unknown'),
    };
  }, [t, language, time]);
}
