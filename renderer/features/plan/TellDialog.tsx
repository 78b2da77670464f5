import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { InstantField } from '#renderer/ui/DateTimeField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { useNotify } from '#renderer/ui/notify.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import { TextField } from '#renderer/ui/TextField.tsx';
import type { Pending } from './pending.ts';
import type { Plan } from './plan.ts';
import { usePlanWords } from './plan-words.ts';
import { type Asked, askedOf, offeredAt } from './tell.ts';

type Telling = Extract<Pending, { type: 'tell' }>;

interface Props {
  plan: Plan;
  pending: Telling;
  onClose: () => void;
}

/** Clocks of two who speak on the radio differ by so much; the core allows the same. */
const CLOCK_STEP_MS = 5 * 60_000;

/** When something happened that somebody told: at the planned time, where nothing else is said. */
export function TellDialog({ plan, pending, onClose }: Props) {
  const [asked] = useState(() => askedOf(plan, pending));
  return asked && <Question plan={plan} pending={pending} asked={asked} onClose={onClose} />;
}

function Question({ plan, pending, asked, onClose }: Props & { asked: Asked }) {
  const { t } = useTranslation('planning');
  const words = usePlanWords();
  const { nowAt } = plan.index.plan;
  const [toldAt, setAt] = useState<number | null>(() => offeredAt(asked, nowAt));
  const [source, setSource] = useState(asked.source ?? '');
  const [relievedById, setBy] = useState<string | null>(asked.relievedById);
  const { send, isBusy } = useTold(pending, onClose);
  const isPost = pending.what === 'on_post' || pending.what === 'relieved';
  const isAhead = toldAt !== null && toldAt > nowAt + CLOCK_STEP_MS;
  const isEarly = toldAt !== null && asked.notBefore !== null && toldAt < asked.notBefore;
  const name = plan.officerNames.get(asked.officerId ?? '') ?? t('plan:someone');
  // Nothing leaves what stands; a source that was taken away is taken away.
  const said = source.trim() || (asked.source === null ? null : '');
  const others = plan.view.officers.filter(({ id }) => id !== asked.officerId);
  return (
    <Dialog
      open
      title={t(`tell.${pending.what}`, { name, number: asked.number })}
      subtitle={`${words.occurrence(plan, pending.ref)}. ${t('tell.lead')}`}
      busy={isBusy}
      onClose={onClose}
      onConfirm={() => toldAt !== null && send({ toldAt, source: said, relievedById })}
      confirmLabel={t('tell.confirm')}
      confirmDisabled={toldAt === null || isAhead || isEarly}
    >
      <InstantField
        label={t('tell.at')}
        value={toldAt}
        onCommit={setAt}
        first
        {...(isAhead ? { error: t('tell.future') } : isEarly ? { error: t('tell.early') } : {})}
      />
      {isPost && (
        <TextField
          label={t('tell.source')}
          hint={t('tell.sourceHint')}
          value={source}
          onChange={setSource}
          maxLength={300}
        />
      )}
      {pending.what === 'relieved' && (
        <SelectField
          label={t('tell.by')}
          value={relievedById}
          empty={t('tell.unknown')}
          options={others.map(({ id, name: label }) => ({ value: id as string, label }))}
          onChange={setBy}
        />
      )}
    </Dialog>
  );
}

interface Told {
  readonly toldAt: number;
  readonly source: string | null;
  readonly relievedById: string | null;
}

/** Sends what was told by the route of what it is about. */
function useTold({ ref, what, id }: Telling, onDone: () => void) {
  const notify = useNotify();
  const post = useAction('plan.tell_post');
  const leg = useAction('plan.tell_leg');
  const pass = useAction('plan.tell_pass');
  const takeOver = useAction('plan.take_over');
  const done = { onSuccess: onDone, onError: notify.fail };
  const { originalLocal } = ref;
  const recordId = id as RecordId;
  return {
    isBusy: post.isPending || leg.isPending || pass.isPending || takeOver.isPending,
    send({ toldAt, source, relievedById }: Told) {
      switch (what) {
        case 'on_post':
        case 'relieved': {
          const by = relievedById as RecordId | null;
          return post.mutate({ assignmentId: recordId, originalLocal, what, toldAt, source, relievedById: by }, done);
        }
        case 'departed':
        case 'arrived':
          return leg.mutate({ legId: recordId, originalLocal, what, toldAt }, done);
        case 'passed':
          return pass.mutate({ measureId: ref.id as RecordId, originalLocal, passId: recordId, toldAt }, done);
        case 'taken_over':
          return takeOver.mutate({ handoverId: recordId, toldAt }, done);
      }
    },
  };
}
