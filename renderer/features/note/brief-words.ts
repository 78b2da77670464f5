import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordBrief } from '#contract/record.ts';
import type { LinkType } from '#model/kinds/note.ts';
import type { Kind } from '#model/kinds.ts';

/** Words of records known by their header, in the interface's language. */
export interface BriefWords {
  /** Its own title, else the name of its kind. */
  title(brief: Pick<RecordBrief, 'kind' | 'title' | 'titleEn'>): string;
  kind(kind: Kind): string;
  link(type: string): string;
  /** A link type inside a sentence. */
  linkInText(type: LinkType): string;
}

export function useBriefWords(): BriefWords {
  const { t, i18n } = useTranslation('kinds');
  const { language } = i18n;
  return useMemo(() => {
    const kind = (name: Kind) => t(`kind.${name}.one`);
    const link = (type: string) => t(`option.type.${type}`);
    return {
      kind,
      link,
      title: (brief) => (language === 'en' && brief.titleEn ? brief.titleEn : brief.title) || kind(brief.kind),
      linkInText: (type) => link(type).toLocaleLowerCase(language),
    };
  }, [t, language]);
}
