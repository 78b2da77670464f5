import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CasePersonView } from '#contract/case.ts';
import type { Held } from '#model/held.ts';
import { HELD_STATES } from '#model/kinds/whereabouts.ts';
import type { Values } from '#model/kinds.ts';
import { whenAtMinute } from '#model/when.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { useZone } from '#renderer/ui/zone.ts';
import { useEdit } from '../edit.ts';
import { ReleaseDialog } from '../orders/ReleaseDialog.tsx';

/** What the arrest or the remand says of where he is, to be entered for the whole book. */
function heldBy({ kind, fromAt, personId }: Held, zone: string) {
  const state = kind === 'arrest' ? 'cell' : 'remand';
  return { personId, state, change: 'taken_in', since: whenAtMinute(fromAt, zone) };
}

/** Where each threat actor is. Nothing recorded counts as at large, and says so. */
export function WhereaboutsPanel({ persons }: { persons: readonly CasePersonView[] }) {
  const { t } = useTranslation(['case', 'orders', 'custody']);
  const words = useRecordWords();
  const time = useTimeWords();
  const edit = useEdit();
  const zone = useZone();
  const [outId, setOutId] = useState<string | null>(null);
  const actors = persons.filter((one) => one.role === 'threat_actor');
  return (
    <Panel icon="pin" title={t('where')} className="vb-where">
      {actors.length === 0 && <p className="vb-muted">{t('whereNoActor')}</p>}
      {actors.map((one) => {
        const values = one.whereabouts?.values as Values<'whereabouts'> | undefined;
        return (
          <div key={one.linkId} className="vb-where-row">
            <div>
              <strong>
                {one.person.title}: {values ? words.option('state', values.state) : t('whereUnknown')}
              </strong>
              <p className="vb-muted">
                {values ? (
                  <>
                    {/* A date is not to be cut at its hyphens. */}
                    <span className="vb-nowrap">{t('whereSince', { since: time.when(values.since) })}</span>
                    {values.source && ` · ${values.source}`}
                    {' · '}
                    <span className="vb-nowrap">
                      {values.checkedAt
                        ? t('whereChecked', { at: time.stamp(values.checkedAt) })
                        : t('whereNotChecked')}
                    </span>
                  </>
                ) : (
                  t('whereUnknownText')
                )}
              </p>
              {one.unsaid && (
                <strong>{t(`custody:unsaid.${one.unsaid.kind}`, { at: time.stampDay(one.unsaid.fromAt) })}</strong>
              )}
            </div>
            {one.unsaid && (
              <Button size="sm" onClick={() => one.unsaid && edit.create('whereabouts', heldBy(one.unsaid, zone))}>
                {t('custody:unsaid.enter')}
              </Button>
            )}
            {values && HELD_STATES.has(values.state) && (
              <Button size="sm" icon="unlock" onClick={() => setOutId(one.linkId)}>
                {t('orders:release.command')}
              </Button>
            )}
            {outId === one.linkId && (
              <ReleaseDialog personId={one.person.id} name={one.person.title} onClose={() => setOutId(null)} />
            )}
            <Button size="sm" onClick={() => edit.create('whereabouts', { personId: one.person.id })}>
              {t('whereAdd')}
            </Button>
          </div>
        );
      })}
    </Panel>
  );
}
