import { type BreachChain, entryOf } from '#model/chain/chain.ts';
import type { ChainStep } from '#model/chain/steps.ts';
import { ARREST_ROWS } from '#model/clocks/custody.ts';
import type { ArrestFact } from '#model/clocks/facts.ts';
import { runRow } from '#model/clocks/row.ts';
import type { Clock } from '#model/clocks/types.ts';
import type { BookRecord } from '#model/kinds.ts';

/** The clocks of one arrest as the chain it stands in tells it: the chosen reading of each step, else the earliest. */
export function arrestClocks(arrest: BookRecord<'arrest'>, chain: BreachChain, zone: string, now: number): Clock[] {
  const { values } = arrest;
  if (values.custody === 'brought_in') return [];
  const at = (step: ChainStep) => entryOf(chain, step)?.measured.at.fromAt ?? null;
  const fact: ArrestFact = {
    caseId: arrest.caseId,
    recordIds: [arrest.id],
    dayOnly: values.happened !== null && values.happened.precision !== 'minute',
    arrestedAt: at('arrested'),
    under18: values.underEighteen === true,
    noReleaseClearAt: values.noReleaseClearAt,
    byDecision: values.byDecision === true,
    upheldAt: at('arrest_upheld'),
    statementOfferedAt: at('statement_offered'),
    counselAt: at('defence_appointed'),
    presentationRequestedAt: at('presentation_requested'),
    hearingOpenedAt: at('hearing_opened'),
    courtBookReasonAt: values.courtBookReasonAt,
    thirdDayReasonAt: values.thirdDayReasonAt,
    childWelfareNotifiedAt: values.childWelfareNotifiedAt,
    inCell: values.cellFromAt !== null,
    cellLeftAt: values.cellUntilAt,
    cellReasonAt: values.cellReasonAt,
    releasedAt: at('release') ?? values.releasedAt,
  };
  return ARREST_ROWS.flatMap((row) => runRow(row, fact, { now, zone }, null) ?? []);
}
