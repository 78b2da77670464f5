import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TransferMatter, TransferState } from '#contract/transfer.ts';
import type { OpenMatter } from '#model/transfer/matters.ts';
import { stepAt, type TransferContradiction, type TransferStep } from '#model/transfer/state.ts';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';

/** Words of a transfer, the same on its page and over the case. */
export interface TransferWords {
  step(step: TransferStep): string;
  /** One sentence: how far it has come and since when. */
  stage(transfer: TransferState): string;
  /** Who is responsible now, and until when. */
  responsible(transfer: TransferState): string;
  contradiction(one: TransferContradiction): string;
  matter(matter: OpenMatter | TransferMatter): string;
}

/** Who took a step, by the field that says it. */
export const BY = {
  offered: 'offeredBy',
  received: 'receivedBy',
  read_back: 'readBackBy',
  taken_over: 'takenOverBy',
} as const;

/** Words of a transfer in the interface's language and the zone in force here. */
export function useTransferWords(): TransferWords {
  const { t } = useTranslation(['transfer', 'clocks', 'briefing']);
  const records = useRecordWords();
  const time = useTimeWords();
  return useMemo(() => {
    const step = (name: TransferStep) => t(`step.${name}`);
    return {
      step,
      stage({ values, stage }) {
        const district = values.toDistrict;
        if (stage === 'prepared') return t('stage.prepared', { district });
        const at = stage === 'withdrawn' ? values.withdrawnAt : stepAt(values, stage);
        return t(`stage.${stage}`, { district, at: at === null ? '' : time.stampDay(at) });
      },
      responsible: ({ values, responsible }) => t(`responsible.${responsible}`, { district: values.toDistrict }),
      contradiction(one) {
        if (one.code === 'withdrawn_after_taken_over') return t('contradiction.withdrawn_after_taken_over');
        return t(`contradiction.${one.code}`, { step: step(one.step), other: step(one.other).toLowerCase() });
      },
      matter(matter) {
        if (matter.clock) return t(`clocks:name.${matter.clock}`);
        if (matter.profile) return t('card', { profile: t(`briefing:view.profiles.${matter.profile}`) });
        return matter.kind
          ? records.title({ kind: matter.kind, title: matter.title, titleEn: matter.titleEn })
          : matter.title;
      },
    };
  }, [t, records, time]);
}
