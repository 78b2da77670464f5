import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withQualifier } from '#model/format.ts';
import { splitQualifier } from '#model/qualifier-words.ts';
import { isAmbiguousLocal, localOfInstant, plainLocal, secondLocal } from '#model/time.ts';
import type { Precision, Qualifier, When } from '#model/when.ts';
import { clockNow } from './clock.ts';
import { Field, type FieldProps } from './Field.tsx';
import { parseWhen, whenText } from './parse-when.ts';
import { QualifierSelect } from './QualifierSelect.tsx';
import { Segmented } from './Segmented.tsx';
import { langOf } from './time-words.ts';
import { useDraft } from './use-draft.ts';
import { useZone } from './zone.ts';

interface Shared extends FieldProps {
  disabled?: boolean;
  /** Typing begins here when its dialog opens. */
  first?: boolean;
  /** Where the date is meant; the book's zone when not said. */
  zone?: string;
}

interface TextProps extends Shared {
  /** The kept value as `whenText` writes it; empty is none. */
  text: string;
  precisions: readonly Precision[];
  /** It may be known as about, before or after a time only. */
  qualifiable?: boolean;
  onWhen: (when: When | null) => unknown;
}

/** A time typed as text. A text that is no time is kept in the field and said, never thrown away and never guessed. */
function TimeText({ label, hint, error, optional, ...rest }: TextProps) {
  const { disabled, first, zone, text, precisions, qualifiable = false, onWhen } = rest;
  const { t, i18n } = useTranslation('time');
  const lang = langOf(i18n.language);
  const input = useRef<HTMLInputElement>(null);
  const bookZone = useZone();
  const [wrong, setWrong] = useState<string | null>(null);
  const [twice, setTwice] = useState(false);
  const [focused, setFocused] = useState(false);
  const take = (typed: string): unknown => {
    setTwice(false);
    if (typed.trim() === '') {
      setWrong(null);
      return onWhen(null);
    }
    const read = parseWhen(typed, zone ?? bookZone, clockNow());
    if (!read.ok) return setWrong(t(`wrong.${read.code}`));
    if (!precisions.includes(read.when.precision)) return setWrong(t('wrong.MORE_EXACT'));
    if (read.when.qualifier && !qualifiable) return setWrong(t('wrong.EXACT'));
    setWrong(null);
    setTwice(read.twice);
    if (whenText(read.when, lang) === text) draft.putBack();
    else return onWhen(read.when);
  };
  const draft = useDraft(text, undefined, take);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') draft.commit();
    if (event.key === 'Escape' && draft.text !== text) {
      event.stopPropagation();
      setWrong(null);
      draft.putBack();
    }
  };
  // The text is the one place where a qualifier stands: choosing one writes its word there.
  const qualify = (qualifier: Qualifier | null) => {
    const { rest: named } = splitQualifier(draft.text);
    draft.change(withQualifier(named, qualifier, lang));
    if (named === '') input.current?.focus();
    else draft.commit();
  };
  // The example helps where a time is about to be typed; under every empty field it would be noise.
  const note = twice
    ? t('twice')
    : (hint ?? (focused && draft.text === '' ? t(qualifiable ? 'example' : 'exampleExact') : undefined));
  return (
    <Field label={label} hint={note} error={wrong ?? error} {...(optional ? { optional } : {})}>
      {(wiring, labelId) => {
        const control = (
          <input
            {...wiring}
            {...draft.guard}
            ref={input}
            {...(first ? { 'data-autofocus': true } : {})}
            {...(wrong ? { 'data-unread': true } : {})}
            type="text"
            className="vb-input"
            autoComplete="off"
            spellCheck={false}
            disabled={disabled}
            value={draft.text}
            onChange={(event) => {
              setWrong(null);
              draft.change(event.currentTarget.value);
            }}
            onFocus={() => setFocused(true)}
            onBlur={() => {
              setFocused(false);
              draft.commit();
            }}
            onKeyDown={onKeyDown}
          />
        );
        if (!qualifiable) return control;
        return (
          <div className="vb-when">
            {control}
            <QualifierSelect
              value={splitQualifier(draft.text).qualifier}
              describedBy={labelId}
              disabled={disabled ?? false}
              onChange={qualify}
            />
          </div>
        );
      }}
    </Field>
  );
}

const ALL: readonly Precision[] = ['minute', 'day', 'month', 'year'];
const MINUTE: readonly Precision[] = ['minute'];
const END: readonly Precision[] = ['minute', 'day'];

interface WhenProps extends Shared {
  value: When | null;
  /** How exact it must be, and then without a qualifier; any time when not said. */
  precisions?: readonly Precision[];
  onCommit: (when: When | null) => unknown;
}

/** When a fact happened, as exactly as it is typed. */
export function DateTimeField({ value, precisions, onCommit, ...rest }: WhenProps) {
  const { i18n } = useTranslation('time');
  const zone = value?.zone ?? rest.zone;
  return (
    <TimeText
      {...rest}
      {...(zone ? { zone } : {})}
      text={value ? whenText(value, langOf(i18n.language)) : ''}
      precisions={precisions ?? ALL}
      qualifiable={precisions === undefined}
      onWhen={onCommit}
    />
  );
}

interface LocalProps extends Shared {
  /** Wall clock `YYYY-MM-DDTHH:MM`, or the second time it occurs. */
  value: string | null;
  onCommit: (local: string | null) => unknown;
}

/** A planned wall-clock time, kept as it was typed. In the night it occurs twice, which of the two is meant is chosen. */
export function LocalTimeField({ value, onCommit, ...rest }: LocalProps) {
  const { t } = useTranslation('gesture');
  const bookZone = useZone();
  const plain = value === null ? null : plainLocal(value);
  const take = (when: When | null) => {
    const local = when && localOfInstant(when.fromAt, when.zone);
    return onCommit(local === plain ? value : local);
  };
  const field = <TimeText {...rest} text={plain?.replace('T', ' ') ?? ''} precisions={MINUTE} onWhen={take} />;
  const isTwice = plain !== null && isAmbiguousLocal(plain, rest.zone ?? bookZone);
  return (
    <div className="vb-twice">
      {field}
      {isTwice && (
        <Segmented
          label={t('twice.label')}
          value={value === plain ? 'first' : 'second'}
          options={(['first', 'second'] as const).map((which) => ({ value: which, label: t(`twice.${which}`) }))}
          onChange={(which) => onCommit(which === 'first' ? plain : secondLocal(plain))}
        />
      )}
    </div>
  );
}

interface InstantProps extends Shared {
  /** ms UTC. */
  value: number | null;
  /** The end of something: a day alone is read and shown as its end, that day included. */
  isEnd?: boolean;
  onCommit: (at: number | null) => unknown;
}

/** An instant, typed and shown in the zone. */
export function InstantField({ value, isEnd = false, onCommit, ...rest }: InstantProps) {
  const { t } = useTranslation('time');
  const bookZone = useZone();
  const zone = rest.zone ?? bookZone;
  const local = value === null ? '' : localOfInstant(value, zone).replace('T', ' ');
  // An end at midnight is the end of the day before: told as the law tells it, by that day.
  const lastDay = isEnd && value !== null && local.endsWith(' 00:00') ? localOfInstant(value - 1, zone) : null;
  const take = (when: When | null) => {
    if (when === null) return onCommit(null);
    return onCommit(when.precision === 'day' ? when.toAt : when.fromAt);
  };
  return (
    <TimeText
      {...rest}
      {...(lastDay && !rest.hint ? { hint: t('dayIncluded') } : {})}
      text={lastDay?.slice(0, 10) ?? local}
      precisions={isEnd ? END : MINUTE}
      onWhen={take}
    />
  );
}
