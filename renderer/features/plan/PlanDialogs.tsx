import { useTranslation } from 'react-i18next';
import type { RecordId } from '#model/ids.ts';
import type { Post } from '#model/kinds/duty.ts';
import type { EditScope } from '#model/plan/recurrence-edit.ts';
import { keyOf } from '#model/plan/result.ts';
import { instantOfLocal } from '#model/time.ts';
import { useAction } from '#renderer/client/hooks.ts';
import { useNotify } from '#renderer/ui/notify.tsx';
import { useZone } from '#renderer/ui/zone.ts';
import { ChangeDialog } from './ChangeDialog.tsx';
import { CopiesDialog } from './CopiesDialog.tsx';
import { CutDialog } from './CutDialog.tsx';
import { DateDialog } from './DateDialog.tsx';
import { DecisionDialog } from './DecisionDialog.tsx';
import { usePlanDesk } from './desk.tsx';
import { LegsDialog } from './LegsDialog.tsx';
import { NewMeasureDialog } from './NewMeasureDialog.tsx';
import { OtherDialog } from './OtherDialog.tsx';
import { OwnDialog } from './OwnDialog.tsx';
import { PartDialog } from './PartDialog.tsx';
import { type Move, recurs } from './pending.ts';
import { AcceptDialog, RemoveDialog, WhyDialog } from './ReasonDialog.tsx';
import { ReliefDialog } from './ReliefDialog.tsx';
import { RepeatDialog } from './RepeatDialog.tsx';
import { RestExceptionDialog } from './RestExceptionDialog.tsx';
import { ScopeDialog } from './ScopeDialog.tsx';
import { SeveralDialog } from './SeveralDialog.tsx';
import { StatusDialog } from './StatusDialog.tsx';
import { movedTo } from './several.ts';
import { TellDialog } from './TellDialog.tsx';
import { TimesDialog } from './TimesDialog.tsx';
import { useCopies } from './use-copies.ts';
import { useSendDraw } from './use-passes.ts';

/** Sends moves; what was refused is taken back on the timeline and told. */
export function useMove(): (moves: readonly Move[], scope: EditScope) => void {
  const { timeline } = usePlanDesk();
  const notify = useNotify();
  const move = useAction('plan.move');
  return (moves, scope) =>
    move.mutate(
      { moves: moves.map(({ id, ...times }) => ({ id: id as RecordId, scope, ...times })) },
      {
        onSuccess: () => timeline.current?.settle(),
        onError(error) {
          timeline.current?.discard();
          notify.fail(error);
        },
      },
    );
}

/** The question that is open on the planning page. */
export function PlanDialogs() {
  const { plan, pending, ask, timeline, caseId, bringIntoView } = usePlanDesk();
  const zone = useZone();
  const notify = useNotify();
  const sendMoves = useMove();
  const remove = useAction('plan.remove');
  const copy = useAction('plan.copy');
  const sendCopies = useCopies();
  const repeat = useAction('plan.repeat');
  const cut = useAction('plan.cut');
  const handOver = useAction('plan.hand_over');
  const relieve = useAction('plan.relieve');
  const strike = useAction('record.strike');
  const create = useAction('plan.create_measure');
  const accept = useAction('plan.accept');
  const raise = useAction('plan.raise_date');
  const record = useAction('record.create');
  const setStatus = useAction('plan.set_status');
  const sendDraw = useSendDraw();
  const setOwn = useAction('plan.set_own');
  const assign = useAction('plan.assign');
  const setLegs = useAction('plan.set_legs');
  const reassign = useAction('plan.reassign');
  const { t } = useTranslation('plan');
  if (!plan || !pending) return null;
  const close = () => {
    // A drag that waited for the answer goes back where it was.
    timeline.current?.discard();
    ask(null);
  };
  const refused = (error: unknown) => {
    timeline.current?.discard();
    notify.fail(error);
  };
  const done = { onSuccess: () => ask(null), onError: notify.fail };
  const refOf = (ref: { id: string; originalLocal: string }) => ({
    id: ref.id as RecordId,
    originalLocal: ref.originalLocal,
  });
  switch (pending.type) {
    case 'change':
      return (
        <ChangeDialog
          plan={plan}
          pending={pending}
          onClose={close}
          onChange={(moves, scope) => {
            sendMoves(moves, scope);
            ask(null);
          }}
        />
      );
    case 'times':
    case 'copy':
      return (
        <TimesDialog
          plan={plan}
          pending={pending}
          onClose={close}
          onTimes={(startLocal, endLocal) => {
            const moves = [{ ...pending.ref, startLocal, endLocal }];
            if (recurs(plan, pending.ref)) return ask({ type: 'change', moves, hasSeries: true, clocks: new Map() });
            sendMoves(moves, 'this');
            ask(null);
          }}
          onCopy={(startLocal, withCrew) => sendCopies([{ ...refOf(pending.ref), starts: [startLocal] }], withCrew)}
        />
      );
    case 'several':
      return (
        <SeveralDialog
          plan={plan}
          pending={pending}
          onClose={close}
          onMove={(startLocal) => {
            const change = movedTo(plan, pending.refs, startLocal);
            if (change.hasSeries || change.clocks.size > 0) return ask(change);
            sendMoves(change.moves, 'this');
            ask(null);
          }}
          onCopy={sendCopies}
        />
      );
    case 'copies':
      return (
        <CopiesDialog
          pending={pending}
          isBusy={copy.isPending}
          onClose={close}
          onCopy={(clock) =>
            copy.mutate({ items: [...pending.items], withCrew: pending.withCrew, clock }, { ...done, onError: refused })
          }
        />
      );
    case 'repeat':
      return (
        <RepeatDialog
          plan={plan}
          pending={pending}
          onClose={close}
          onRepeat={(recurrence) => repeat.mutate({ id: pending.ref.id as RecordId, recurrence }, done)}
        />
      );
    case 'cut':
    case 'handOver':
      return (
        <CutDialog
          plan={plan}
          pending={pending}
          onClose={close}
          isBusy={cut.isPending || handOver.isPending}
          onCut={(atLocal, scope) => cut.mutate({ ...refOf(pending.ref), atLocal, scope }, done)}
          onHandOver={(atLocal, receiverIds, scope) =>
            handOver.mutate({ ...refOf(pending.ref), atLocal, scope, receiverIds: receiverIds as RecordId[] }, done)
          }
        />
      );
    case 'relieve':
      return (
        <ReliefDialog
          plan={plan}
          pending={pending}
          isBusy={relieve.isPending}
          onClose={close}
          onRelieve={(relief) => relieve.mutate(relief, done)}
        />
      );
    case 'strikeRelief':
      return (
        <WhyDialog
          title={t('relief:struck')}
          onClose={close}
          onConfirm={(reason) => strike.mutate({ id: pending.handoverId as RecordId, reason }, done)}
        />
      );
    case 'remove':
      return (
        <RemoveDialog
          plan={plan}
          pending={pending}
          onClose={close}
          onRemove={(scope, reason) =>
            remove.mutate({ items: pending.refs.map((ref) => ({ ...refOf(ref), scope })), reason }, done)
          }
        />
      );
    case 'status':
      return (
        <StatusDialog
          plan={plan}
          pending={pending}
          isBusy={setStatus.isPending}
          onClose={close}
          onConfirm={(status, reason, scope) => {
            const items = pending.refs.map((ref) => ({ ...refOf(ref), scope: recurs(plan, ref) ? scope : 'this' }));
            setStatus.mutate({ items, status, reason }, done);
          }}
        />
      );
    case 'own':
      return (
        <OwnDialog
          plan={plan}
          pending={pending}
          isBusy={setOwn.isPending}
          onClose={close}
          onSave={(said) => setOwn.mutate({ ...refOf(pending.ref), ...said }, done)}
        />
      );
    case 'scope':
      return (
        <ScopeDialog
          plan={plan}
          refs={pending.refs}
          change={pending.change}
          onClose={close}
          onConfirm={(scope) => {
            ask(null);
            pending.run(scope);
          }}
        />
      );
    case 'part': {
      const { ref, id } = pending;
      const duty = plan.duties.get(keyOf(ref));
      const member = duty?.crew.find((one) => one.id === id);
      const vehicle = duty?.vehicles.find((one) => one.id === id);
      return (
        <PartDialog
          plan={plan}
          pending={pending}
          isBusy={assign.isPending}
          onClose={close}
          onSave={(part) =>
            assign.mutate(
              {
                measureId: ref.id as RecordId,
                originalLocal: ref.originalLocal,
                officerId: (member?.officerId ?? null) as RecordId | null,
                vehicleId: (vehicle?.vehicleId ?? null) as RecordId | null,
                post: (member?.post ?? null) as Post | null,
                ...part,
              },
              done,
            )
          }
        />
      );
    }
    case 'redraw':
      return (
        <WhyDialog
          title={t('duty:passes.redraw')}
          onClose={close}
          onConfirm={(reason) => {
            sendDraw(pending.ref, reason);
            ask(null);
          }}
        />
      );
    case 'date':
      return (
        <DateDialog
          plan={plan}
          raised={pending.raised}
          isBusy={raise.isPending}
          onClose={close}
          onPlan={(need) => {
            const { key, fromAt } = pending.raised;
            raise.mutate({ ...need, caseId, key, at: fromAt, personIds: need.personIds as RecordId[] }, done);
          }}
        />
      );
    case 'legs':
      return (
        <LegsDialog
          plan={plan}
          pending={pending}
          isBusy={setLegs.isPending}
          onClose={close}
          onSave={({ legs, scope }) =>
            setLegs.mutate(
              {
                measureId: pending.ref.id as RecordId,
                originalLocal: pending.ref.originalLocal,
                scope,
                legs,
                struckReason: t('planning:legs.struckReason'),
              },
              done,
            )
          }
        />
      );
    case 'tell':
      return <TellDialog plan={plan} pending={pending} onClose={close} />;
    case 'decision':
      return <DecisionDialog plan={plan} pending={pending} onClose={close} />;
    case 'other': {
      const { subject, id, ref } = pending;
      return (
        <OtherDialog
          plan={plan}
          caseId={caseId}
          pending={pending}
          isBusy={reassign.isPending}
          onClose={close}
          onChoose={(toId, scope) => {
            const assignmentId = id as RecordId | null;
            const one = { ...refOf(ref), scope, what: subject, assignmentId, toId: toId as RecordId };
            reassign.mutate({ items: [one] }, done);
          }}
        />
      );
    }
    case 'accept':
      return (
        <AcceptDialog
          isDate={pending.matter.raised !== null}
          onClose={close}
          onAccept={(reason, untilAt) => accept.mutate({ caseId, key: pending.matter.key, reason, untilAt }, done)}
        />
      );
    case 'exception':
      return (
        <RestExceptionDialog
          plan={plan}
          pending={pending}
          isBusy={record.isPending}
          onClose={close}
          onRecord={(values) => record.mutate({ kind: 'rest_exception', caseId: null, values }, done)}
        />
      );
    case 'new':
      return (
        <NewMeasureDialog
          plan={plan}
          pending={pending}
          isBusy={create.isPending}
          onClose={close}
          onCreate={(measure) =>
            create.mutate(
              {
                ...measure,
                caseId,
                needId: measure.needId as RecordId | null,
                personId: measure.personId as RecordId | null,
                officerIds: measure.officerIds as RecordId[],
              },
              {
                onSuccess: () => {
                  ask(null);
                  const at = instantOfLocal(measure.startLocal, zone);
                  if (at !== null) bringIntoView.current(at);
                },
                onError: notify.fail,
              },
            )
          }
        />
      );
  }
}
