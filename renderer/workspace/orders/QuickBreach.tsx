import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseCallList } from '#model/call-list.ts';
import type { RecordId } from '#model/ids.ts';
import { CHANNELS } from '#model/kinds/fact.ts';
import { type When, whenAtMinute } from '#model/when.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { clockNow } from '#renderer/ui/clock.ts';
import { useCommands } from '#renderer/ui/commands.ts';
import { DateTimeField, InstantField } from '#renderer/ui/DateTimeField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextArea } from '#renderer/ui/TextArea.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { useZone } from '#renderer/ui/zone.ts';
import { PickChips } from './PickChips.tsx';
import { QUICK_BREACH, QuickBreachContext } from './quick.ts';
import './orders.css';

/** Offers the quick entry of a breach in every area of a case. */
export function QuickBreachProvider({ caseId, children }: { caseId: RecordId; children: ReactNode }) {
  const { t } = useTranslation('orders');
  const [opened, setOpened] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const open = () => {
    setOpened((count) => count + 1);
    setOpen(true);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: it only sets state
  const value = useMemo(() => ({ open }), []);
  useCommands([{ id: 'breach.quick', label: t('newBreach'), icon: 'k-breach', keys: QUICK_BREACH, run: open }]);
  return (
    <QuickBreachContext.Provider value={value}>
      {children}
      {isOpen && <QuickBreachDialog key={opened} caseId={caseId} onClose={() => setOpen(false)} />}
    </QuickBreachContext.Provider>
  );
}

type Channel = (typeof CHANNELS)[number];

/** What the call at 02:10 tells: four fields save it. */
function QuickBreachDialog({ caseId, onClose }: { caseId: RecordId; onClose: () => void }) {
  const { t } = useTranslation('orders');
  const { t: record } = useTranslation('record');
  const words = useRecordWords();
  const time = useTimeWords();
  const zone = useZone();
  const openCase = useNavigation((n) => n.openCase);
  const save = useAction('breach.quick');
  const [text, setText] = useState('');
  const [happened, setHappened] = useState<When | null>(() =>
    whenAtMinute(Math.floor(clockNow() / 60_000) * 60_000, zone),
  );
  const [channels, setChannels] = useState<readonly Channel[]>([]);
  const [pasted, setPasted] = useState('');
  const list = parseCallList(pasted, zone);
  const [first] = list.calls;
  const takeList = (text: string) => {
    setPasted(text);
    const { calls } = parseCallList(text, zone);
    if (calls[0] === undefined) return;
    setHappened(whenAtMinute(calls[0], zone));
    setMore((old) => ({ ...old, contacts: String(calls.length) }));
    setChannels((old) => (old.length > 0 ? old : ['call']));
  };
  const [known, setKnown] = useState<'now' | 'earlier' | 'unknown' | null>(null);
  const [earlierAt, setEarlierAt] = useState<number | null>(null);
  const [safe, setSafe] = useState<'yes' | 'no' | null>(null);
  const [more, setMore] = useState({ whereHeIs: '', weapon: '', childrenText: '', logNumber: '', contacts: '' });
  const contacts = /^\d{1,6}$/.test(more.contacts.trim()) ? Number(more.contacts) : null;
  // The unit's time to a decision runs from here: what is left open is said, never assumed.
  const isKnown = known !== null && (known !== 'earlier' || earlierAt !== null);
  const isWhole = text.trim() !== '' && happened !== null && channels.length > 0 && isKnown;
  const confirm = () => {
    if (!isWhole || happened === null) return;
    const minuteNow = Math.floor(clockNow() / 60_000) * 60_000;
    save.mutate(
      {
        caseId,
        // The list itself is kept with it: a count alone proves nothing.
        text: first === undefined ? text : `${text.trim()}\n\n${pasted.trim()}`,
        happened,
        channels: [...channels],
        reportedAt: known === 'now' ? minuteNow : known === 'earlier' ? earlierAt : null,
        safeNow: safe === null ? null : safe === 'yes',
        whereHeIs: orNull(more.whereHeIs),
        weapon: orNull(more.weapon),
        childrenText: orNull(more.childrenText),
        logNumber: orNull(more.logNumber),
        contacts: contacts === 0 ? null : contacts,
        endedAt: list.calls.length > 1 ? (list.calls.at(-1) ?? null) : null,
      },
      {
        onSuccess: ({ id }) => {
          onClose();
          openCase(caseId, 'orders', id);
        },
      },
    );
  };
  const line = (name: keyof typeof more, label: string) => (
    <TextField label={label} value={more[name]} onChange={(value) => setMore((old) => ({ ...old, [name]: value }))} />
  );
  return (
    <Dialog
      open
      title={t('quick.title')}
      subtitle={t('quick.text')}
      width={560}
      onClose={onClose}
      onConfirm={confirm}
      confirmLabel={t('quick.save')}
      lacks={[
        text.trim() === '' && t('quick.what'),
        channels.length === 0 && t('quick.channels'),
        happened === null && t('quick.when'),
        !isKnown && t('quick.known'),
      ]}
      busy={save.isPending}
    >
      <ErrorNotice error={save.error} />
      <TextArea label={t('quick.what')} value={text} rows={3} maxLength={20_000} data-autofocus onChange={setText} />
      <PickChips
        label={t('quick.channels')}
        options={CHANNELS.map((channel) => ({ value: channel, label: words.option('channels', channel) }))}
        chosen={channels}
        onChange={setChannels}
      />
      <div className="vb-orders-two">
        <DateTimeField label={t('quick.when')} value={happened} onCommit={setHappened} />
        <SelectField
          label={t('quick.known')}
          hint={known === 'unknown' ? t('quick.knownNotHint') : undefined}
          value={known}
          options={[
            { value: 'now', label: t('quick.knownNow') },
            { value: 'earlier', label: t('quick.knownEarlier') },
            { value: 'unknown', label: t('quick.knownNot') },
          ]}
          onChange={setKnown}
        />
        {known === 'earlier' && <InstantField label={t('quick.knownAt')} value={earlierAt} onCommit={setEarlierAt} />}
        <SelectField
          label={t('quick.safe')}
          value={safe}
          options={[
            { value: 'yes', label: record('yes') },
            { value: 'no', label: record('no') },
          ]}
          empty={words.unknown}
          onChange={setSafe}
        />
        {line('whereHeIs', t('quick.where'))}
        {line('weapon', t('quick.weapon'))}
        {line('childrenText', t('quick.children'))}
        {line('logNumber', t('quick.log'))}
        {line('contacts', t('quick.contacts'))}
      </div>
      <TextArea label={t('quick.list')} value={pasted} rows={2} maxLength={15_000} onChange={takeList} />
      {pasted.trim() !== '' && (
        <p className="vb-muted" role="status">
          {first === undefined
            ? t('quick.listNone')
            : t('quick.listRead', {
                count: list.calls.length,
                from: time.stamp(first),
                to: time.stamp(list.calls.at(-1) ?? first),
              })}
          {first !== undefined && list.notRead.length > 0 && ` ${t('quick.listLeft', { count: list.notRead.length })}`}
        </p>
      )}
    </Dialog>
  );
}

function orNull(text: string): string | null {
  return text.trim() === '' ? null : text.trim();
}
