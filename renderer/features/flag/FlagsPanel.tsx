import { useEffect, useState } from 'react';
import type { FlagView } from '#contract/flag.ts';
import { STANDARD_LIMITS } from '#model/flags/limits.ts';
import { CAUSES } from '#model/flags/rule.ts';
import type { RecordId } from '#model/ids.ts';
import { useAction, useRoute } from '#renderer/client/hooks.ts';
import { useReading } from '#renderer/client/use-reading.ts';
import { AsOfField } from '#renderer/ui/AsOfField.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { Reading } from '#renderer/ui/Reading.tsx';
import { useAskedFlag } from './asked.ts';
import { FlagRow } from './FlagRow.tsx';
import { useFlagWords } from './flag-words.ts';
import { ReviewDialog } from './ReviewDialog.tsx';
import './flag.css';

interface Props {
  caseId: RecordId;
  onOpen: (id: RecordId) => void;
}

/** What the case asks a human to look at: five at first sight, all when asked for, at any instant. */
export function FlagsPanel({ caseId, onOpen }: Props) {
  const { t } = useFlagWords();
  const [at, setAt] = useState<number | null>(null);
  const asked = useAskedFlag(caseId);
  const [all, setAll] = useState(asked !== null);
  const [reviewing, setReviewing] = useState<FlagView | null>(null);
  const list = useRoute('flag.list', { caseId, at });
  const reading = useReading(caseId);
  const flags = list.data?.flags ?? [];
  const first = flags.filter(({ isFirst }) => isFirst);
  const more = flags.length - first.length;
  useShown(caseId, at === null ? first : NONE);

  const row = (flag: FlagView) => (
    <FlagRow
      key={flag.rule}
      flag={flag}
      limits={list.data?.limits ?? STANDARD_LIMITS}
      onOpen={onOpen}
      isAsked={flag.rule === asked}
      // What was known then is looked at, not decided about.
      {...(at === null ? { onReview: () => setReviewing(flag) } : {})}
    />
  );
  return (
    <Panel
      icon="flag"
      title={t('title')}
      count={flags.length > 0 && t('shown', { shown: all ? flags.length : first.length, count: flags.length })}
      flush
      className="vb-flags"
      actions={
        <>
          <AsOfField value={at} onChange={setAt} />
          {(more > 0 || all) && (
            <Button size="sm" on={all} onClick={() => setAll(!all)}>
              {t('all', { count: more })}
            </Button>
          )}
        </>
      }
    >
      {list.error && <ErrorNotice error={list.error} />}
      {list.isPending && <Reading reading={reading} />}
      {list.data && flags.length === 0 && <p className="vb-flags-none">{t('none')}</p>}
      {all ? (
        CAUSES.map((cause) => {
          const ofCause = flags.filter((flag) => flag.cause === cause);
          return (
            ofCause.length > 0 && (
              <section key={cause} aria-label={t(`cause.${cause}`)}>
                <h3>{t(`cause.${cause}`)}</h3>
                <ul>{ofCause.map(row)}</ul>
              </section>
            )
          );
        })
      ) : (
        <ul>{first.map(row)}</ul>
      )}
      {reviewing && <ReviewDialog caseId={caseId} flag={reviewing} onClose={() => setReviewing(null)} />}
    </Panel>
  );
}

const NONE: readonly FlagView[] = [];

/** Counts what was put before a person, once for each time these are seen together. */
function useShown(caseId: RecordId, flags: readonly FlagView[]): void {
  const { mutate } = useAction('flag.shown');
  const rules = flags.map(({ rule }) => rule).join(' ');
  useEffect(() => {
    if (rules !== '') mutate({ caseId, rules: rules.split(' ') as FlagView['rule'][] });
  }, [caseId, rules, mutate]);
}
