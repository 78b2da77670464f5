import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '#renderer/client/hooks.ts';
import type { TimelineEdit } from '#renderer/timeline/index.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { useNotify } from '#renderer/ui/notify.tsx';
import type { Plan } from './plan.ts';
import { RadioField } from './RadioField.tsx';
import { type Reassignment, reassignmentsOf } from './reassign.ts';

const SCOPES = ['this', 'all'] as const;
type Scope = (typeof SCOPES)[number];

/**
 * Gives duties to another row, as a drag asks for it: at once, or after what recurs has been asked about.
 * @param onNothing puts back what was dragged
 */
export function useReassign(onNothing: () => void): {
  reassign(plan: Plan, edit: Extract<TimelineEdit, { type: 'exchange' }>): void;
  dialog: ReactNode;
} {
  const send = useAction('plan.reassign');
  const notify = useNotify();
  const [asked, setAsked] = useState<readonly Reassignment[] | null>(null);
  const write = (items: readonly Reassignment[], scope: Scope) =>
    send.mutate(
      { items: items.map(({ recurs, ...one }) => ({ ...one, scope: recurs ? scope : 'this' })) },
      {
        onError(error) {
          onNothing();
          notify.fail(error);
        },
      },
    );
  const close = () => {
    setAsked(null);
    onNothing();
  };
  return {
    reassign(plan, edit) {
      const items = reassignmentsOf(plan, edit);
      if (items.length === 0) onNothing();
      else if (items.some(({ recurs }) => recurs)) setAsked(items);
      else write(items, 'this');
    },
    dialog: asked && (
      <ScopeDialog
        onClose={close}
        onConfirm={(scope) => {
          setAsked(null);
          write(asked, scope);
        }}
      />
    ),
  };
}

function ScopeDialog({ onClose, onConfirm }: { onClose: () => void; onConfirm: (scope: Scope) => void }) {
  const { t } = useTranslation('gesture');
  const [scope, setScope] = useState<Scope>('this');
  return (
    <Dialog
      open
      title={t('plan:edit.scopeTitle')}
      subtitle={t('reassign.lead')}
      onClose={onClose}
      onConfirm={() => onConfirm(scope)}
      confirmLabel={t('reassign.confirm')}
    >
      <RadioField
        label={t('reassign.lead')}
        value={scope}
        options={SCOPES.map((value) => ({ value, label: t(`plan:edit.scope.${value}`) }))}
        onChange={setScope}
      />
    </Dialog>
  );
}
