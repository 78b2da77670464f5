import { useTranslation } from 'react-i18next';
import type { BreachView } from '#contract/orders.ts';
import type { When } from '#model/when.ts';
import { CheckField } from '#renderer/ui/CheckField.tsx';
import { InstantField } from '#renderer/ui/DateTimeField.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import type { CustodyAnswers } from './custody-answers.ts';

/** Which arrest it is, before anything else is asked: of one that is on record there is nothing more to say. */
export function WhichArrest({ view, answers }: { view: BreachView; answers: CustodyAnswers }) {
  const { t } = useTranslation('custody');
  const time = useTimeWords();
  const { asksWhich, which, setWhich } = answers;
  if (!asksWhich) return null;
  const same = view.sameArrests.map(({ id, at, who }) => ({
    value: id,
    label: t('same', { told: [time.when(at), who].filter(Boolean).join(', ') }),
  }));
  return (
    <SelectField
      label={t('which')}
      hint={which !== null && which !== 'new' ? t('sameText') : undefined}
      value={which}
      options={[...same, { value: 'new' as const, label: t('new') }]}
      onChange={setWhich}
    />
  );
}

/** Who he is, until when he is remanded, and whether it is entered as where he is. */
export function CustodyFields({ view, answers, at }: { view: BreachView; answers: CustodyAnswers; at: When | null }) {
  const { t } = useTranslation('custody');
  const words = useRecordWords();
  const time = useTimeWords();
  const { actor, asksActor, takesIn, asksExtension, isExtension, untilAt, isHeld } = answers;
  return (
    <>
      {asksExtension && (
        <SelectField
          label={t('decision')}
          value={isExtension ? 'extension' : 'source'}
          options={[
            { value: 'extension', label: t('extension') },
            { value: 'source', label: t('secondSource') },
          ]}
          onChange={(value) => answers.setExtension(value === 'extension')}
        />
      )}
      {takesIn === 'remand_decided' && (
        <InstantField
          isEnd
          label={words.field('untilAt')}
          {...(untilAt === null ? { hint: t('noEnd') } : {})}
          value={untilAt}
          onCommit={answers.setUntil}
        />
      )}
      {asksActor && (
        <SelectField
          label={t('whom')}
          value={actor?.id ?? null}
          options={view.actors.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={answers.setActor}
        />
      )}
      {takesIn !== null && at !== null && view.actors.length === 0 && <p className="vb-muted">{t('noActor')}</p>}
      {takesIn !== null && at !== null && actor !== null && (
        <CheckField label={t(`held.${takesIn}`, { at: time.when(at) })} checked={isHeld} onChange={answers.setHeld} />
      )}
    </>
  );
}
