import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppInfo } from '#contract/app.ts';
import { useAction, useRefresh } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { CheckField } from '#renderer/ui/CheckField.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { PassphraseField } from './PassphraseField.tsx';
import { isTaken, SHORTEST, strengthOf } from './strength.ts';

interface Props {
  info: AppInfo;
  /** Back to the books that are there. */
  onBack?: (() => void) | undefined;
}

/** Makes a new book: who it belongs to, its passphrase, and what cannot be undone about it. */
export function CreateBook({ info, onBack }: Props) {
  const { t } = useTranslation('vault');
  const refresh = useRefresh();
  const create = useAction('vault.create');
  const goPage = useNavigation((n) => n.goPage);
  const real = info.capabilities.realBooks;
  const [purpose, setPurpose] = useState<'real' | 'demo'>(real ? 'real' : 'demo');
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [understood, setUnderstood] = useState(false);
  const [tried, setTried] = useState(false);

  const strength = strengthOf(passphrase);
  const missing = {
    name: tried && name.trim() === '' ? t('create.name_missing') : null,
    passphrase: tried && !isTaken(strength) ? t(`strength.${strength}`, { min: SHORTEST }) : null,
    again: (tried || again.length >= passphrase.length) && again !== passphrase ? t('create.differs') : null,
  };
  const ready = name.trim() !== '' && isTaken(strength) && again === passphrase && understood;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!ready || create.isPending) return;
    create.mutate(
      { name: name.trim(), passphrase, purpose },
      {
        onSuccess: () => {
          // A new book has nothing to do today yet; its first case is made here.
          goPage('cases');
          void refresh(['app.info', 'session.get']);
        },
      },
    );
  };
  const purposes = (['real', 'demo'] as const).map((value) => ({ value, label: t(`create.purpose_${value}`) }));

  return (
    <section className="vb-card" aria-labelledby="vb-create-title">
      <header className="vb-card-head">
        <span className="vb-card-icon">
          <Icon name="book" size={20} />
        </span>
        <div className="vb-grow">
          <h2 id="vb-create-title">{t('create.title')}</h2>
          <p>{t('create.subtitle')}</p>
        </div>
        {onBack && (
          <Button size="sm" onClick={onBack}>
            {t('create.back')}
          </Button>
        )}
      </header>
      <form className="vb-card-form" onSubmit={submit} noValidate>
        {real ? (
          <Segmented label={t('create.purpose')} value={purpose} options={purposes} onChange={setPurpose} />
        ) : (
          <p className="vb-t12 vb-sec">{t('create.demo_only')}</p>
        )}
        <TextField
          label={t('create.name')}
          hint={t('create.name_hint')}
          error={missing.name}
          value={name}
          onChange={setName}
          maxLength={120}
          autoFocus
        />
        <PassphraseField
          label={t('passphrase')}
          hint={t(`strength.${strength}`, { min: SHORTEST })}
          error={missing.passphrase}
          value={passphrase}
          onChange={setPassphrase}
        />
        <PassphraseField label={t('create.again')} error={missing.again} value={again} onChange={setAgain} />
        <CheckField label={t('create.understood')} checked={understood} onChange={setUnderstood} />
        <ErrorNotice error={create.error} />
        <Button
          type="submit"
          variant="primary"
          size="lg"
          wide
          disabled={create.isPending || !understood}
          aria-describedby="vb-create-why"
        >
          {t(create.isPending ? 'create.busy' : 'create.submit')}
        </Button>
        {!understood && (
          <p id="vb-create-why" className="vb-t12 vb-muted">
            {t('create.why_not')}
          </p>
        )}
      </form>
      <footer className="vb-card-foot">{t('create.kept')}</footer>
    </section>
  );
}
