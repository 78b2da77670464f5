import { useTranslation } from 'react-i18next';
import type { CasePersonView, CaseView } from '#contract/case.ts';
import type { ShownRecord } from '#contract/record.ts';
import type { Values } from '#model/kinds.ts';
import { isMinuteKnown } from '#model/when.ts';
import type { IconName } from '#renderer/ui/Icon.tsx';
import { Marking } from '#renderer/ui/Marking.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { beforeWords } from './before-words.ts';
import { Cell } from './Cell.tsx';
import { DeadlineCells } from './DeadlineCells.tsx';
import { useDayWords } from './day-words.ts';
import { NeedsCell } from './NeedsCell.tsx';
import { ReleaseButton } from './orders/ReleaseButton.tsx';

/** The line over every area of a case: whose it is, how dangerous, where he is, how to reach her, what is due. */
export function CaseHeader({ view }: { view: CaseView }) {
  const { t } = useTranslation('case');
  const values = view.case.values as Values<'case'>;
  const protectedPersons = view.persons.filter((one) => one.role === 'protected');
  const names = protectedPersons.map((one) => one.person.title).join(', ');
  return (
    <section className="vb-case-head" aria-label={t('headLabel')}>
      <div className="vb-case-id">
        <div className="vb-case-label">
          {values.number ? t('number', { number: values.number }) : t('noNumber')}
          {names && <span className="vb-cut"> · {values.name}</span>}
        </div>
        <div className="vb-case-name">
          <h1 className="vb-cut" title={names || values.name}>
            {names ? t('protectedName', { names }) : values.name}
          </h1>
          <Marking level={values.marking} />
        </div>
      </div>
      <RiskCell risk={view.risk} />
      <WhereCell persons={view.persons} />
      <ContactCell persons={protectedPersons} rule="ordinary" icon="message" />
      <ContactCell persons={protectedPersons} rule="danger" icon="phone" />
      <DeadlineCells caseId={view.case.id} deadlines={view.deadlines} />
      <NeedsCell caseId={view.case.id} />
    </section>
  );
}

function RiskCell({ risk }: { risk: CaseView['risk'] }) {
  const { t } = useTranslation('case');
  const words = useRecordWords();
  const days = useDayWords();
  if (!risk) return <Cell icon="k-assess" label={t('risk')} value={t('riskNone')} sub={t('riskNoneSub')} />;
  const values = risk.assessment.values as Values<'assessment'>;
  const level = values.level ? words.option('level', values.level) : t('riskNoLevel');
  const { overtakenBy } = risk;
  return (
    <Cell
      icon="k-assess"
      label={[values.happened ? t('riskOn', { date: days.when(values.happened) }) : t('risk'), values.instrument]
        .filter(Boolean)
        .join(', ')}
      value={values.statement ? `${level}. ${values.statement}` : level}
      sub={overtakenBy ? t('riskBefore', beforeWords(overtakenBy, t, days)) : (values.assessedBy ?? '')}
      strong={overtakenBy !== null}
    />
  );
}

function WhereCell({ persons }: { persons: readonly CasePersonView[] }) {
  const { t } = useTranslation(['case', 'custody']);
  const words = useRecordWords();
  const time = useTimeWords();
  const days = useDayWords();
  const actors = persons.filter((one) => one.role === 'threat_actor');
  const [first] = actors;
  if (!first) return <Cell icon="pin" label={t('where')} value={t('whereNoActor')} />;
  const values = first.whereabouts?.values as Values<'whereabouts'> | undefined;
  const more = actors.length > 1 ? t('whereMore', { count: actors.length - 1 }) : '';
  const action = <ReleaseButton personId={first.person.id} name={first.person.title} />;
  // What a case says of an arrest stands before what the line of where he is does not say.
  const unsaid = actors.find((one) => one.unsaid)?.unsaid;
  const but = unsaid && t(`custody:unsaid.${unsaid.kind}`, { at: days.moment(unsaid.fromAt) });
  if (!values)
    return (
      <Cell
        icon="pin"
        label={t('where')}
        value={t('whereUnknownBrief')}
        sub={[but, more].filter(Boolean).join(' · ') || t('whereUnknownSub')}
        strong={Boolean(but)}
        action={action}
      />
    );
  const { since } = values;
  const from = isMinuteKnown(since) ? days.moment(since.fromAt) : time.when(since);
  const checked = values.checkedAt ? t('whereChecked', { at: days.moment(values.checkedAt) }) : t('whereNotChecked');
  return (
    <Cell
      icon="pin"
      label={t('whereOf', { name: first.person.title })}
      value={words.option('state', values.state)}
      sub={[but, t('whereSince', { since: from }), checked, more].filter(Boolean).join(' · ')}
      strong={Boolean(but)}
      action={action}
    />
  );
}

function ContactCell({
  persons,
  rule,
  icon,
}: {
  persons: readonly CasePersonView[];
  rule: 'ordinary' | 'danger';
  icon: IconName;
}) {
  const { t } = useTranslation('case');
  const words = useRecordWords();
  const points = persons.flatMap((one) => one.contactPoints).filter((point) => valuesOf(point).rule === rule);
  const [first] = points;
  if (!first)
    return <Cell icon={icon} label={t(`contact.${rule}`)} value={t('contact.none')} sub={t(`contact.${rule}None`)} />;
  const values = valuesOf(first);
  const compromised = values.compromisedAt !== null;
  const value = [words.option('channel', values.channel), values.hours].filter(Boolean).join(', ');
  const sub = compromised
    ? t('contact.compromised')
    : (values.instruction ?? (points.length > 1 ? t('contact.more', { count: points.length - 1 }) : ''));
  return <Cell icon={compromised ? 'warn' : icon} label={t(`contact.${rule}`)} value={value} sub={sub} />;
}

function valuesOf(point: ShownRecord): Values<'contact_point'> {
  return point.values as Values<'contact_point'>;
}
