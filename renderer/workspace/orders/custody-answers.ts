import { useState } from 'react';
import type { ActorView, BreachView } from '#contract/orders.ts';
import type { ChainStep } from '#model/chain/steps.ts';
import type { RecordId } from '#model/ids.ts';
import type { When } from '#model/when.ts';

/** What a step that takes him in, or lets him out, has to ask beside its time. */
export interface CustodyAnswers {
  /** Who he is; null where nobody has said so yet. */
  readonly actor: ActorView | null;
  readonly setActor: (id: RecordId | null) => void;
  /** Which of several is asked: the breach does not say. */
  readonly asksActor: boolean;
  /** An arrest of another breach may be this one; `new` is none of them. */
  readonly which: RecordId | 'new' | null;
  readonly setWhich: (which: RecordId | 'new' | null) => void;
  readonly asksWhich: boolean;
  /** A decision on a remand that is on record: the next one, or the same from another source. */
  readonly isExtension: boolean;
  readonly setExtension: (on: boolean) => void;
  readonly asksExtension: boolean;
  readonly untilAt: number | null;
  readonly setUntil: (at: number | null) => void;
  /** What is entered is a new time in custody, and so also where he is. */
  readonly takesIn: 'arrested' | 'remand_decided' | null;
  readonly isHeld: boolean;
  readonly setHeld: (on: boolean) => void;
}

const STATE = { arrested: 'cell', remand_decided: 'remand' } as const;

/** The answers for `step` at `at`. */
export function useCustodyAnswers(view: BreachView, step: ChainStep | null, at: When | null): CustodyAnswers {
  const [actorId, setActor] = useState<RecordId | null>(view.actorId);
  const [which, setWhich] = useState<RecordId | 'new' | null>(null);
  const [isExtension, setExtension] = useState(true);
  const [untilAt, setUntil] = useState<number | null>(null);
  const [held, setHeld] = useState<boolean | null>(null);
  const actor = view.actors.find(({ id }) => id === actorId) ?? null;
  const asksWhich = step === 'arrested' && view.sameArrests.length > 0;
  const asksExtension = step === 'remand_decided' && view.remand !== null;
  const isNew = step === 'arrested' ? !view.arrest && (!asksWhich || which === 'new') : !asksExtension || isExtension;
  const takesIn = (step === 'arrested' || step === 'remand_decided') && isNew ? step : null;
  // Proposed where nothing newer is on record of where he is, and nothing that says the same.
  const { stay } = actor ?? { stay: null };
  const isNews =
    takesIn !== null && (stay === null || (stay.sinceAt <= (at?.fromAt ?? 0) && stay.state !== STATE[takesIn]));
  return {
    actor,
    setActor,
    asksActor: view.actorId === null && view.actors.length > 1 && (takesIn !== null || step === 'release'),
    which,
    setWhich,
    asksWhich,
    isExtension,
    setExtension,
    asksExtension,
    untilAt,
    setUntil,
    takesIn,
    isHeld: takesIn !== null && actor !== null && (held ?? isNews),
    setHeld,
  };
}
