import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordBrief } from '#contract/record.ts';
import type { LinkTarget } from '#model/document/format.ts';
import type { RecordId } from '#model/ids.ts';
import { LINK_TYPES, type LinkType } from '#model/kinds/note.ts';
import type { When } from '#model/when.ts';
import { useRoute } from '#renderer/client/hooks.ts';
import { DateTimeField } from '#renderer/ui/DateTimeField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { KindBadge } from '#renderer/ui/KindBadge.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { useBriefWords } from './brief-words.ts';
import { dateTextOf, LINK_PRECISIONS } from './LinkDateDialog.tsx';
import { useNodeWords } from './node-words.ts';

interface Props {
  caseId: RecordId;
  noteId: RecordId;
  /** The marked words. */
  words: string;
  onClose: () => void;
  onTake: (target: LinkTarget) => void;
}

const FOUND = 8;

/** What the marked words link to: a record of the case or the book, or a moment on the timeline; how, and for when. */
export function LinkDialog({ caseId, noteId, words, onClose, onTake }: Props) {
  const { t } = useTranslation('writing');
  const brief = useBriefWords();
  const nodeWords = useNodeWords();
  const [sought, setSought] = useState('');
  const [chosen, setChosen] = useState<RecordId | null>(null);
  const [type, setType] = useState<LinkType>('describes');
  const [when, setWhen] = useState<When | null>(null);
  const found = useRoute('record.suggest', { caseId, text: sought.trim(), limit: FOUND + 1 });
  const items = (found.data ?? []).filter(({ id }) => id !== noteId).slice(0, FOUND);
  const record = items.find(({ id }) => id === chosen) ?? null;
  const date = dateTextOf(when);
  const target = targetOf(record, record && brief.title(record), caseId, type, date, date && nodeWords.date(date));
  return (
    <Dialog
      open
      title={t('link.title')}
      subtitle={words}
      onClose={onClose}
      onConfirm={() => target && onTake(target)}
      confirmLabel={t('link.confirm')}
      confirmDisabled={target === null}
    >
      <RecordChoice items={items} sought={sought} onSought={setSought} chosen={chosen} onChoose={setChosen} />
      <ErrorNotice error={found.error} />
      <SelectField
        label={t('link.type')}
        value={type}
        options={LINK_TYPES.map((value) => ({ value, label: brief.link(value) }))}
        onChange={(value) => setType(value ?? 'mentions')}
      />
      <DateTimeField
        label={t('link.dateField')}
        hint={t(record ? 'link.dateHint' : 'link.momentHint')}
        value={when}
        precisions={LINK_PRECISIONS}
        onCommit={setWhen}
      />
    </Dialog>
  );
}

/** The chosen record, or without one the moment on the timeline of the case. */
function targetOf(
  record: RecordBrief | null,
  title: string | null,
  caseId: RecordId,
  link: LinkType,
  date: string | null,
  dateWords: string | null,
): LinkTarget | null {
  const dated = date === null ? {} : { date };
  if (record) return { to: record.id, kind: record.kind, label: title ?? '', link, ...dated };
  return date === null ? null : { to: caseId, kind: 'case', label: dateWords ?? date, link, ...dated };
}

interface ChoiceProps {
  items: readonly RecordBrief[];
  sought: string;
  onSought: (text: string) => void;
  chosen: RecordId | null;
  onChoose: (id: RecordId | null) => void;
}

/** A field over the records that fit it; arrows mark one, and typing takes the mark away. */
function RecordChoice({ items, sought, onSought, chosen, onChoose }: ChoiceProps) {
  const { t } = useTranslation(['writing', 'kinds']);
  const id = useId();
  const brief = useBriefWords();
  const time = useTimeWords();
  const index = items.findIndex((item) => item.id === chosen);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || items.length === 0) return;
    event.preventDefault();
    const next = index === -1 ? (step === 1 ? 0 : items.length - 1) : (index + step + items.length) % items.length;
    onChoose(items[next]?.id ?? null);
  };
  return (
    <>
      <Field label={t('link.record')} hint={t('link.recordHint')}>
        {(wiring) => (
          <input
            {...wiring}
            type="text"
            className="vb-input"
            role="combobox"
            aria-expanded={items.length > 0}
            aria-controls={id}
            aria-autocomplete="list"
            {...(index >= 0 ? { 'aria-activedescendant': `${id}-${index}` } : {})}
            autoComplete="off"
            spellCheck={false}
            data-autofocus
            value={sought}
            onChange={(event) => {
              onSought(event.currentTarget.value);
              onChoose(null);
            }}
            onKeyDown={onKeyDown}
          />
        )}
      </Field>
      <div id={id} role="listbox" aria-label={t('link.found')} className="note-choice">
        {items.map((item, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys belong to the field, which has the focus
          <div
            key={item.id}
            id={`${id}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={item.id === chosen}
            className="note-option"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(item.id === chosen ? null : item.id)}
          >
            <KindBadge kind={item.kind} tone={item.tone} />
            <span className="note-option-words">
              <span className="vb-cut">
                {brief.title(item)}
                <span className="vb-sr">, {t(`kinds:kind.${item.kind}.one`)}</span>
              </span>
              {item.startsAt !== null && <span className="note-option-when">{time.dayOf(item)}</span>}
            </span>
          </div>
        ))}
        {items.length === 0 && <p className="note-options-empty">{t('link.none')}</p>}
      </div>
    </>
  );
}
