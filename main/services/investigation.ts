import type { Language } from '#contract/common.ts';
import type { investigationRoutes } from '#contract/investigation.ts';
import type { InvestigationPlan } from '#model/investigation.ts';
import en from '#resources/templates/investigation/en.json' with { type: 'json' };
import nb from '#resources/templates/investigation/nb.json' with { type: 'json' };
import type { Handlers } from './context.ts';

interface Template {
  readonly offence: string;
  readonly steps: readonly {
    readonly key: string;
    readonly text: string;
    readonly firstDay: boolean;
    /** Hours after the plan is begun. */
    readonly dueHours: number;
  }[];
}

const TEMPLATES: Readonly<Record<Language, Readonly<Record<InvestigationPlan, Template>>>> = { nb, en };
const HOUR_MS = 3_600_000;

export const investigationHandlers: Handlers<keyof typeof investigationRoutes> = {
  async 'investigation.begin'({ book }, { caseId, plan, language, breachId }) {
    const { offence, steps } = TEMPLATES[language][plan];
    const { value } = await book.command('investigation.begin', async (tx) => {
      const there = await tx.all<{ key: string }>(
        `SELECT s.template_key AS key FROM investigation_step s JOIN record r ON r.id = s.id
         WHERE r.case_id = ? AND r.struck_at IS NULL AND s.template_key IS NOT NULL`,
        [caseId],
      );
      const known = new Set(there.map(({ key }) => key));
      const rows = steps
        // What every plan asks for first is asked for once in a case, also when a second plan is begun.
        .filter(({ key }) => !known.has(key) && !known.has(`${plan}.${key}`))
        .map(({ key, text, firstDay, dueHours }) => ({
          values: {
            text,
            offence,
            templateKey: isShared(key, language) ? key : `${plan}.${key}`,
            firstDay,
            dueAt: tx.now + dueHours * HOUR_MS,
            breachId,
          },
          header: { caseId },
        }));
      if (rows.length > 0) await tx.insertMany('investigation_step', rows);
      return { added: rows.length };
    });
    return value;
  },
};

/** True for a step that every plan has. */
function isShared(key: string, language: Language): boolean {
  return Object.values(TEMPLATES[language]).every(({ steps }) => steps.some((step) => step.key === key));
}
