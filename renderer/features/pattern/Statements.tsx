import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lang } from '#model/format.ts';
import type { RecordId } from '#model/ids.ts';
import type { Pattern } from '#model/pattern/read-pattern.ts';
import { type Statement, statementValues } from '#model/pattern/statement.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';

interface Props {
  pattern: Pattern;
  onShow: (ids: readonly RecordId[]) => void;
}

/** What the records show, in plain words: the terms of § 266 a, the development, what speaks against, control. */
export function Statements({ pattern, onShow }: Props) {
  const { t } = useTranslation('pattern');
  return (
    <div className="vb-statements">
      {pattern.criteria.map(({ id, statements }, index) => (
        <Group key={id} mark={String(index + 1)} title={t(`criterion.${id}`)} source={t('source266a')}>
          <Says statements={statements} onShow={onShow} />
        </Group>
      ))}
      <Group mark={<Icon name="arrow-ur" size={14} />} title={t('developmentTitle')}>
        <Says statements={pattern.development} onShow={onShow} />
      </Group>
      <Control pattern={pattern} onShow={onShow} />
      <Group mark={<Icon name="scale" size={14} />} title={t('againstTitle')} className="vb-statement-against">
        <Says statements={pattern.against} onShow={onShow} />
      </Group>
      <p className="vb-pattern-note">
        <Icon name="info" />
        {t('note')}
      </p>
    </div>
  );
}

/** Whether control can be asked for is a lawyer's question; what is recorded for it stands here. */
function Control({ pattern: { control }, onShow }: Props) {
  const { t } = useTranslation('pattern');
  const time = useTimeWords();
  const { breaches, possible, registered, isRepeat, fromAt } = control;
  const all = t('records', { count: breaches.length });
  return (
    <Group mark={<Icon name="k-order" size={14} />} title={t('control.title')} source={t('control.source')}>
      <p className="vb-statement">
        {t('control.within', { count: breaches.length, from: time.date(fromAt) })}
        {breaches.length > 0 && <Records label={all} ids={breaches} onShow={onShow} />}
      </p>
      {possible.length > 0 && <p className="vb-statement">{t('control.possible', { count: possible.length })}</p>}
      {isRepeat && <p className="vb-statement">{t('control.repeat', { count: registered })}</p>}
      <p className="vb-muted">{t('control.rule')}</p>
    </Group>
  );
}

interface GroupProps {
  mark: ReactNode;
  title: string;
  source?: string;
  className?: string;
  children: ReactNode;
}

function Group({ mark, title, source, className, children }: GroupProps) {
  return (
    <section className={classNames('vb-statement-group', className)} aria-label={title}>
      <span className="vb-statement-mark" aria-hidden="true">
        {mark}
      </span>
      <div>
        <h3>
          {title}
          {source && <span className="vb-statement-source">{source}</span>}
        </h3>
        {children}
      </div>
    </section>
  );
}

function Says({ statements, onShow }: { statements: readonly Statement[]; onShow: Props['onShow'] }) {
  const { t, i18n } = useTranslation('pattern');
  const { t: kinds } = useTranslation('kinds');
  const lang: Lang = i18n.language === 'en' ? 'en' : 'nb';
  if (statements.length === 0) return <p className="vb-muted">{t('nothing')}</p>;
  return statements.map((one) => (
    <p className="vb-statement" key={one.id}>
      {t(
        `statement.${one.id}`,
        statementValues(one, lang, (name) => kinds(`option.channels.${name}`).toLowerCase()),
      )}
      <Records label={t('records', { count: one.records.length })} ids={one.records} onShow={onShow} />
    </p>
  ));
}

function Records({ label, ids, onShow }: { label: string; ids: readonly RecordId[]; onShow: Props['onShow'] }) {
  return (
    <button type="button" className="vb-chip vb-statement-records" data-k="threat" onClick={() => onShow(ids)}>
      {label}
    </button>
  );
}
