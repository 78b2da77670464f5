import { useTranslation } from 'react-i18next';
import type { CasePersonView } from '#contract/case.ts';
import type { ShownRecord } from '#contract/record.ts';
import type { Values } from '#model/kinds.ts';
import { useRecordWords } from '#renderer/features/record/words.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { useEdit } from '../edit.ts';

const RULES = ['ordinary', 'danger', 'never'] as const;

/** How to reach each protected person: the ordinary rule and the danger rule, always together. */
export function ContactPanel({ persons }: { persons: readonly CasePersonView[] }) {
  const { t } = useTranslation('case');
  const edit = useEdit();
  const reached = persons.filter((one) => one.role === 'protected' || one.role === 'child');
  const [first] = reached;
  const add = first && (
    <Button size="sm" icon="plus" onClick={() => edit.create('contact_point', { personId: first.person.id })}>
      {t('contact.add')}
    </Button>
  );
  return (
    <Panel icon="phone" title={t('contact.title')} actions={add} className="vb-contact">
      {reached.length === 0 && <p className="vb-muted">{t('contact.noPerson')}</p>}
      {reached.map((one) => (
        <section key={one.linkId} aria-label={one.person.title}>
          {reached.length > 1 && <h3>{one.person.title}</h3>}
          <dl className="vb-contact-rules">
            {RULES.map((rule) => {
              const points = one.contactPoints.filter((point) => valuesOf(point).rule === rule);
              if (rule === 'never' && points.length === 0) return null;
              return (
                <div key={rule}>
                  <dt>{t(`contact.${rule}`)}</dt>
                  <dd>
                    {points.length === 0 ? (
                      <span className="vb-contact-missing">
                        {t(rule === 'danger' ? 'contact.dangerNone' : 'contact.ordinaryNone')}
                      </span>
                    ) : (
                      <ol>
                        {points.map((point) => (
                          <li key={point.id}>
                            <Point point={point} onOpen={() => edit.open(point.id)} />
                          </li>
                        ))}
                      </ol>
                    )}
                  </dd>
                </div>
              );
            })}
          </dl>
        </section>
      ))}
    </Panel>
  );
}

function Point({ point, onOpen }: { point: ShownRecord; onOpen: () => void }) {
  const { t } = useTranslation('case');
  const words = useRecordWords();
  const time = useTimeWords();
  const values = valuesOf(point);
  const value = point.withheld.includes('value') ? '••••••' : values.value;
  const state =
    values.compromisedAt !== null
      ? t('contact.compromisedSince', { at: time.stamp(values.compromisedAt) })
      : values.confirmedAt !== null
        ? t('contact.confirmed', { at: time.stamp(values.confirmedAt) })
        : t('contact.notConfirmed');
  return (
    <button type="button" className="vb-contact-point" onClick={onOpen}>
      <span>
        <strong>{words.option('channel', values.channel)}</strong> {[value, values.hours].filter(Boolean).join(', ')}
      </span>
      {values.instruction && <span>{values.instruction}</span>}
      <span className="vb-muted">
        {values.compromisedAt !== null && <Icon name="warn" size={14} />} {state}
      </span>
    </button>
  );
}

function valuesOf(point: ShownRecord): Values<'contact_point'> {
  return point.values as Values<'contact_point'>;
}
