import { useTranslation } from 'react-i18next';
import type { ShownRecord } from '#contract/record.ts';
import type { Values } from '#model/kinds.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { useEdit } from '../edit.ts';
import './contact.css';

const RULES = ['ordinary', 'danger', 'never'] as const;

/** Ways to reach a person, by rule: the ordinary one and the one in danger are always shown together. */
export function ContactRules({ points }: { points: readonly ShownRecord[] }) {
  const { t } = useTranslation('case');
  return (
    <dl className="vb-contact-rules">
      {RULES.map((rule) => {
        const own = points.filter((point) => valuesOf(point).rule === rule);
        if (rule === 'never' && own.length === 0) return null;
        return (
          <div key={rule}>
            <dt>{t(`contact.${rule}`)}</dt>
            {own.length === 0 && <dd>{t(rule === 'danger' ? 'contact.dangerNone' : 'contact.ordinaryNone')}</dd>}
            {own.map((point) => (
              <dd key={point.id}>
                <ContactPoint point={point} />
              </dd>
            ))}
          </div>
        );
      })}
    </dl>
  );
}

function ContactPoint({ point }: { point: ShownRecord }) {
  const { t } = useTranslation('case');
  const words = useRecordWords();
  const time = useTimeWords();
  const edit = useEdit();
  const values = valuesOf(point);
  const value = point.withheld.includes('value') ? '••••••' : values.value;
  const compromised = values.compromisedAt !== null;
  const state = compromised
    ? t('contact.compromisedSince', { at: time.stamp(values.compromisedAt ?? 0) })
    : values.confirmedAt !== null
      ? t('contact.confirmed', { at: time.stamp(values.confirmedAt) })
      : t('contact.notConfirmed');
  return (
    <button type="button" className="vb-contact-point" onClick={() => edit.open(point.id)}>
      <strong>{words.option('channel', values.channel)}</strong> {[value, values.hours].filter(Boolean).join(', ')}
      {values.instruction && <>. {values.instruction}</>}
      <span className="vb-contact-state">
        {compromised && <Icon name="warn" size={14} />} {state}
      </span>
    </button>
  );
}

function valuesOf(point: ShownRecord): Values<'contact_point'> {
  return point.values as Values<'contact_point'>;
}
