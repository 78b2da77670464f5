import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Lang } from '#model/format.ts';
import { statementValues } from '#model/pattern/statement.ts';
import type { PatternPart, PatternView, StatementView } from '#model/pattern/view.ts';
import { classNames } from '#renderer/ui/class-names.ts';
import { Icon } from '#renderer/ui/Icon.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import type { ShownPart, ShowRecords } from './EpisodesDialog.tsx';

interface Props {
  pattern: PatternView;
  onShow: ShowRecords;
  /** What stands after the development: what was done during an order. */
  children?: ReactNode;
}

/** What the records show, in plain words: the terms of § 266 a, the development, what speaks against, control. */
export function Statements({ pattern, onShow, children }: Props) {
  const { t } = useTranslation('pattern');
  return (
    <div className="vb-statements">
      {pattern.criteria.map(({ id, statements }, index) => (
        <Group key={id} mark={String(index + 1)} title={t(`criterion.${id}`)} source={t('source266a')}>
          <Says group={id} statements={statements} onShow={onShow} />
        </Group>
      ))}
      <Group mark={<Icon name="arrow-ur" size={14} />} title={t('developmentTitle')}>
        <Says group="development" statements={pattern.development} onShow={onShow} />
      </Group>
      {children}
      <Control pattern={pattern} onShow={onShow} />
      <Group mark={<Icon name="scale" size={14} />} title={t('againstTitle')} className="vb-statement-against">
        <Says group="against" statements={pattern.against} onShow={onShow} />
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
  const { breaches, possible, registered, unconfirmed, isRepeat, fromAt } = control;
  return (
    <Group mark={<Icon name="k-order" size={14} />} title={t('control.title')} source={t('control.source')}>
      <p className="vb-statement">
        {t('control.within', { count: breaches, from: time.date(fromAt) })}
        {breaches > 0 && <Records count={breaches} part={{ type: 'control' }} onShow={onShow} />}
      </p>
      {possible > 0 && <p className="vb-statement">{t('control.possible', { count: possible })}</p>}
      {isRepeat && <p className="vb-statement">{t('control.repeat', { count: registered })}</p>}
      {unconfirmed > 0 && (
        <p className="vb-statement">{t('control.unconfirmed', { count: unconfirmed, registered })}</p>
      )}
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

export function Group({ mark, title, source, className, children }: GroupProps) {
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

interface SaysProps {
  group: Extract<PatternPart, { type: 'statement' }>['group'];
  statements: readonly StatementView[];
  onShow: ShowRecords;
}

function Says({ group, statements, onShow }: SaysProps) {
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
      <Records count={one.records} part={{ type: 'statement', group, id: one.id }} onShow={onShow} />
    </p>
  ));
}

export function Records({ count, part, onShow }: { count: number; part: ShownPart; onShow: ShowRecords }) {
  const { t } = useTranslation('pattern');
  return (
    <button type="button" className="vb-chip vb-statement-records" data-k="threat" onClick={() => onShow(part, count)}>
      {t('records', { count })}
    </button>
  );
}
