import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BreachView, ShownEntry, ShownReading } from '#contract/orders.ts';
import type { ChainStep } from '#model/chain/steps.ts';
import type { RecordId } from '#model/ids.ts';
import { isMinuteKnown } from '#model/when.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Icon } from '#renderer/ui/Icon.tsx';
import { IconButton } from '#renderer/ui/IconButton.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { useDayWords } from '../day-words.ts';
import { StepDialog } from './StepDialog.tsx';
import { useStepWords } from './step-words.ts';
import type { Told } from './told.ts';
import './chain.css';

/** The usual way from an event to a decision; the first that is not on record is offered next. */
const USUAL: readonly ChainStep[] = [
  'reported',
  'patrol_there',
  'arrested',
  'statement_offered',
  'arrest_upheld',
  'defence_appointed',
  'presentation_requested',
  'hearing_opened',
  'remand_decided',
  'she_notified',
];

/** What followed, step by step: when, who, how long after the one before it, and what comes next. */
export function ChainPanel({ view, onOpen }: { view: BreachView; onOpen: (told: Told) => void }) {
  const { t } = useTranslation(['orders', 'custody']);
  const time = useTimeWords();
  const stepWord = useStepWords();
  const [entering, setEntering] = useState<ChainStep | null>(null);
  const { chain, hearingAt } = view;
  const has = (step: ChainStep) => chain.some((entry) => entry.step === step);
  const last = Math.max(-1, ...chain.map(({ step }) => USUAL.indexOf(step)));
  const next = USUAL.find((step, index) => index > last && !has(step)) ?? null;
  // What was passed over stays in sight: a step that nobody entered may also be one that nobody took.
  const rest = USUAL.filter((step) => step !== next && !has(step));
  // While he is held: the next decision on it, and that he comes out.
  const again: [ChainStep, string | null][] = [];
  if (view.remand && !view.remand.isOver) again.push(['remand_decided', t('custody:extension')]);
  if (view.actors.some(({ isHeld }) => isHeld)) again.push(['release', t('release.command')]);
  const upheld = chain.find(({ step }) => step === 'arrest_upheld');
  return (
    <Panel
      icon="legs"
      title={t('chain')}
      count={
        upheld && upheld.minutes !== null
          ? t('upheldAfter', { time: time.length(upheld.minutes * 60_000) })
          : t('chainSub')
      }
      flush
      className="vb-chain"
      actions={
        <Button size="sm" icon="plus" onClick={() => setEntering('other')}>
          {t('other_step')}
        </Button>
      }
    >
      {chain.length === 0 && <p className="vb-muted vb-chain-none">{t('chainNone')}</p>}
      <ol>
        {chain.map((entry, index) => (
          <Step
            key={`${entry.step}${entry.measured.recordId}`}
            entry={entry}
            before={chain[index - 1] ?? null}
            onOpen={({ recordId }) => onOpen({ recordId, what: entry.step })}
          >
            {entry.step === 'arrested' && view.sharedById && <Shared stepId={view.sharedById} />}
          </Step>
        ))}
        {next && (
          <li className="vb-chain-next">
            <span className="vb-chain-time">{t('nextStep')}</span>
            <span className="vb-chain-dot">
              <Icon name="arrow-r" size={14} />
            </span>
            <span className="vb-chain-what">
              <b>{stepWord(next)}</b>
            </span>
            <span />
            <span className="vb-chain-gap">
              <Button
                size="sm"
                onClick={() => setEntering(next)}
                aria-label={`${t('register_step')}: ${stepWord(next)}`}
              >
                {t('register_step')}
              </Button>
            </span>
          </li>
        )}
        {again.map(([step, word]) => (
          <li className="vb-chain-todo" key={step}>
            <span className="vb-chain-time" />
            <span className="vb-chain-dot" />
            <span className="vb-chain-what">
              <button type="button" onClick={() => setEntering(step)}>
                {word}
              </button>
            </span>
          </li>
        ))}
        {rest.map((step) => (
          <li className="vb-chain-todo" key={step}>
            <span className="vb-chain-time">
              {step === 'hearing_opened' && hearingAt
                ? time.stampDay(hearingAt)
                : USUAL.indexOf(step) < last && t('notEntered')}
            </span>
            <span className="vb-chain-dot" />
            <span className="vb-chain-what">
              <button type="button" onClick={() => setEntering(step)}>
                {stepWord(step)}
              </button>
              {step === 'hearing_opened' && hearingAt ? `, ${t('hearingSet').toLowerCase()}` : ''}
            </span>
          </li>
        ))}
      </ol>
      {entering && <StepDialog view={view} step={entering} onClose={() => setEntering(null)} />}
    </Panel>
  );
}

interface StepProps {
  entry: ShownEntry;
  before: ShownEntry | null;
  /** Opens the record that a reading was taken from, where it is corrected. */
  onOpen: (reading: ShownReading) => void;
  /** Beside its name. */
  children?: ReactNode;
}

/** One step as it is measured, and under it what other sources say of it. */
function Step({ entry, before, onOpen, children }: StepProps) {
  const { t } = useTranslation(['orders', 'custody']);
  const time = useTimeWords();
  const words = useRecordWords();
  const days = useDayWords();
  const stepWord = useStepWords();
  const { measured, readings, step } = entry;
  const isMinute = isMinuteKnown(measured.at);
  const isNewDay = !before || time.date(before.measured.at.fromAt) !== time.date(measured.at.fromAt);
  const when =
    isMinute && !isNewDay
      ? time.clock(measured.at.fromAt)
      : isMinute
        ? time.stampDay(measured.at.fromAt)
        : time.when(measured.at);
  const gap = before && entry.minutes !== null && before.minutes !== null ? entry.minutes - before.minutes : null;
  const others = readings.filter((one) => one !== measured && one.recordId !== measured.recordId);
  return (
    <>
      <li>
        <span className="vb-chain-time">{when}</span>
        <span className="vb-chain-dot">
          <Icon name="check" size={14} />
        </span>
        <span className="vb-chain-what vb-cut" title={measured.text ?? undefined}>
          <button type="button" className="vb-chain-done" onClick={() => onOpen(measured)}>
            {measured.isExtension ? t('custody:extension') : stepWord(step)}
          </button>
          {measured.untilAt !== null && ` ${t('custody:until', { date: days.lastDay(measured.untilAt) })}`}
          {children}
          {measured.text && `, ${measured.text}`}
        </span>
        <span className="vb-chain-who vb-cut">
          {[measured.who, measured.logNumber].filter(Boolean).join(', ')}
          {measured.link === 'by_rule' && <em title={t('byRuleWhy')}> {t('byRule')}</em>}
        </span>
        <span className="vb-chain-gap">
          {readings.length > 1 && <span>{t('readings', { count: readings.length })} </span>}
          {gap !== null && `+${time.length(gap * 60_000)}`}
        </span>
      </li>
      {others.map((one) => (
        <li className="vb-chain-reading" key={one.recordId}>
          <span className="vb-chain-time">{time.when(one.at)}</span>
          <span className="vb-chain-what vb-cut">
            <button type="button" onClick={() => onOpen(one)}>
              {one.readFrom ? words.option('readFrom', one.readFrom) : words.kind(one.kind)}
            </button>
            {one.text && `, ${one.text}`}
          </span>
          <span className="vb-chain-who vb-cut">{[one.who, one.logNumber].filter(Boolean).join(', ')}</span>
        </li>
      ))}
    </>
  );
}

/** The arrest answers another breach too: that it answers this one can be taken back. */
function Shared({ stepId }: { stepId: RecordId }) {
  const { t } = useTranslation('custody');
  const strike = useAction('record.strike');
  return (
    <>
      <em title={t('sameText')}> {t('shared')}</em>
      <IconButton
        icon="close"
        size="sm"
        label={t('unshare')}
        disabled={strike.isPending}
        onClick={() => strike.mutate({ id: stepId, reason: t('unshareReason') })}
      />
    </>
  );
}
