import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BreachView } from '#contract/orders.ts';
import type { RecordId } from '#model/ids.ts';
import { CHANNELS } from '#model/kinds/fact.ts';
import { fieldsOf, type Values } from '#model/kinds.ts';
import { useKeep } from '#renderer/client/hooks.ts';
import { FieldEditor } from '#renderer/features/record/FieldEditor.tsx';
import { isEmpty } from '#renderer/features/record/field-order.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { PickChips } from './PickChips.tsx';
import type { Told } from './told.ts';

const FIELDS = new Map(fieldsOf('breach'));

/** Pairs stand side by side; the rest is folded away while it says nothing. */
const PAIRS: readonly (readonly string[])[] = [
  ['endedAt', 'contacts'],
  ['reportedAt', 'reportedHow'],
];
const LINES = [
  'placeText',
  'orderId',
  'text',
  'sender',
  'senderWhy',
  'witnesses',
  'childrenPresent',
  'childrenText',
  'needsNow',
];
const FOLDED = [
  'placeId',
  'actorId',
  'logNumber',
  'safeNow',
  'whereHeIs',
  'weapon',
  'reportedBy',
  'discovered',
  'policeKnew',
  'knownSinceAt',
  'status',
  'statusReason',
  'decidedAt',
  'referenceId',
  'source',
  'confidence',
];

/** Steps that the breach tells itself, by the field in which it does. */
const FIELD_OF: Readonly<Record<string, string>> = { reported: 'reportedAt', lawyer_decided: 'decidedAt' };

interface Props {
  view: BreachView;
  caseId: RecordId;
  /** What of the breach somebody wants to look at or correct; asked anew it is another object. */
  asked: Told | null;
}

/** What happened, field by field; each is kept when it is left. What is missing is named on top and leads to its field. */
export function BreachForm({ view, caseId, asked }: Props) {
  const { t } = useTranslation('orders');
  const { t: record } = useTranslation('record');
  const words = useRecordWords();
  const { keep, error } = useKeep('record.update');
  const form = useRef<HTMLElement>(null);
  const { breach, missing } = view;
  const values = breach.values as Values<'breach'> & Record<string, unknown>;
  const [told] = useState(() => FOLDED.filter((name) => !isEmpty(values[name])));
  const [isOpen, setOpen] = useState(false);
  const commit = (name: string, value: unknown) => keep({ id: breach.id, patch: { [name]: value } });
  const field = (name: string): ReactNode => {
    const declared = FIELDS.get(name);
    if (!declared) return null;
    return (
      <div key={name} data-field={name}>
        <FieldEditor
          name={name}
          field={declared}
          value={values[name] ?? null}
          caseId={caseId}
          onCommit={(value) => commit(name, value)}
        />
      </div>
    );
  };
  const goTo = (name: string) => {
    setOpen(true);
    focusField(form.current, name);
  };
  useEffect(() => {
    if (!asked) return;
    setOpen(true);
    focusField(form.current, FIELD_OF[asked.what] ?? asked.what);
  }, [asked]);
  return (
    <section className="vb-breach-form" aria-label={t('form')} ref={form}>
      <ErrorNotice error={error} />
      {missing.length > 0 && (
        <div className="vb-missing">
          <strong>
            {t('missing')} <span className="vb-muted">{missing.length}</span>
          </strong>
          {missing.map((name) => (
            <button type="button" key={name} onClick={() => goTo(name)}>
              {words.field(name)}
            </button>
          ))}
        </div>
      )}
      <PickChips
        label={words.field('channels')}
        options={CHANNELS.map((channel) => ({ value: channel, label: words.option('channels', channel) }))}
        chosen={values.channels ?? []}
        onChange={(channels) => commit('channels', channels)}
      />
      {/* Alone on its line: a time with its qualifier needs the width. */}
      {field('happened')}
      {PAIRS.map((pair) => (
        <div className="vb-orders-two" key={pair[0]}>
          {pair.map(field)}
        </div>
      ))}
      {LINES.map(field)}
      {told.map(field)}
      <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          {record('moreFields')} <span className="vb-muted">{FOLDED.length - told.length}</span>
        </summary>
        {isOpen && <div className="vb-breach-more">{FOLDED.filter((name) => !told.includes(name)).map(field)}</div>}
      </details>
    </section>
  );
}

function focusField(form: HTMLElement | null, name: string): void {
  requestAnimationFrame(() =>
    form?.querySelector<HTMLElement>(`[data-field="${name}"] :is(input, textarea, select, button)`)?.focus(),
  );
}
