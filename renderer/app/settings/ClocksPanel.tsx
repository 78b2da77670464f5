import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClockSettingsView } from '#contract/clock.ts';
import type { CourtCutoff } from '#model/clocks/court.ts';
import { DEFAULT_OWN_RULES, OWN_RULE_UNITS } from '#model/clocks/own-rules.ts';
import { OWN_RULES, type OwnRuleId } from '#model/clocks/types.ts';
import { useAction, useRefresh, useRoute } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { CheckField } from '#renderer/ui/CheckField.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { useNotify } from '#renderer/ui/notify.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';

const NEW_COURT: CourtCutoff = { court: '', weekday: '12:00', saturday: null, holiday: null };
const MOST = 10_000;

/** The unit's own rules, which are no law, and until when each court takes petitions. Kept in the book. */
export function ClocksPanel({ mayChange }: { mayChange: boolean }) {
  const { t } = useTranslation('clocks');
  const { data, error } = useRoute('clock.settings', {});
  const save = useAction('clock.set_settings');
  const refresh = useRefresh();
  const notify = useNotify();
  const keep = (settings: ClockSettingsView) =>
    save.mutate(settings, {
      onSuccess: () => void refresh(['clock.settings', 'clock.list', 'today.view', 'today.acting']),
      onError: notify.fail,
    });
  return (
    <Panel title={t('settings.title')} icon="hourglass">
      <ErrorNotice error={error} />
      {data && (
        <fieldset className="vb-clock-settings" disabled={!mayChange} aria-label={t('settings.title')}>
          <p className="vb-t12 vb-muted">{t('settings.text')}</p>
          {OWN_RULES.map((id) => (
            <Rule
              key={id}
              id={id}
              value={data.ownRules[id]}
              onChange={(value) => keep({ ...data, ownRules: { ...data.ownRules, [id]: value } })}
            />
          ))}
          <h3>{t('settings.courts')}</h3>
          <p className="vb-t12 vb-muted">{t('settings.courtsText')}</p>
          <Courts courts={data.courts} onChange={(courts) => keep({ ...data, courts })} />
        </fieldset>
      )}
    </Panel>
  );
}

interface RuleProps {
  id: OwnRuleId;
  value: number | null;
  onChange: (value: number | null) => void;
}

function Rule({ id, value, onChange }: RuleProps) {
  const { t } = useTranslation('clocks');
  const [wrong, setWrong] = useState(false);
  const unit = t(`settings.${OWN_RULE_UNITS[id]}`);
  const commit = (text: string) => {
    const n = Number(text.trim());
    const ok = Number.isInteger(n) && n >= 1 && n <= MOST;
    setWrong(!ok);
    if (ok && n !== value) onChange(n);
  };
  return (
    <div className="vb-clock-rule">
      <CheckField
        label={t(`name.${id}`)}
        checked={value !== null}
        onChange={(on) => onChange(on ? DEFAULT_OWN_RULES[id] : null)}
      />
      {value !== null && (
        <TextField
          label={t('settings.length', { unit })}
          value={String(value)}
          inputMode="numeric"
          onChange={() => setWrong(false)}
          onCommit={commit}
          hint={value !== DEFAULT_OWN_RULES[id] && t('settings.standard', { length: DEFAULT_OWN_RULES[id], unit })}
          {...(wrong ? { error: t('settings.wrongNumber', { value }) } : {})}
        />
      )}
    </div>
  );
}

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

function Courts({ courts, onChange }: { courts: readonly CourtCutoff[]; onChange: (courts: CourtCutoff[]) => void }) {
  const { t } = useTranslation('clocks');
  const [draft, setDraft] = useState<CourtCutoff | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const change = (index: number, court: CourtCutoff) => onChange(courts.map((one, at) => (at === index ? court : one)));
  const setTime = (
    court: CourtCutoff,
    day: 'weekday' | 'saturday' | 'holiday',
    text: string,
    put: (c: CourtCutoff) => void,
  ) => {
    const time = text.trim();
    const ok = time === '' || TIME.test(time);
    setWrong(ok ? null : `${court.court} ${day}`);
    if (ok) put({ ...court, [day]: time === '' ? null : time });
  };
  const row = (court: CourtCutoff, put: (court: CourtCutoff) => void, remove: () => void, key: string) => (
    <div className="vb-clock-court" key={key}>
      <TextField
        label={t('settings.court')}
        value={court.court}
        onCommit={(name) => name.trim() !== '' && put({ ...court, court: name.trim() })}
      />
      {(['weekday', 'saturday', 'holiday'] as const).map((day) => (
        <TextField
          key={day}
          label={t(`settings.${day}`)}
          value={court[day] ?? ''}
          placeholder={t('settings.noSitting')}
          onCommit={(text) => setTime(court, day, text, put)}
          {...(wrong === `${court.court} ${day}` ? { error: t('settings.wrongTime') } : {})}
        />
      ))}
      <IconButton icon="close" label={t('settings.removeCourt', { court: court.court })} onClick={remove} />
    </div>
  );
  return (
    <>
      {courts.map((court, index) =>
        row(
          court,
          (next) => change(index, next),
          () => onChange(courts.filter((_, at) => at !== index)),
          `${index} ${court.court}`,
        ),
      )}
      {draft &&
        row(
          draft,
          (next) => {
            if (next.court === '') return setDraft(next);
            setDraft(null);
            onChange([...courts, next]);
          },
          () => setDraft(null),
          'new',
        )}
      {!draft && (
        <Button icon="plus" size="sm" onClick={() => setDraft(NEW_COURT)}>
          {t('settings.addCourt')}
        </Button>
      )}
    </>
  );
}
