/** Offences there is an investigation plan for; the texts lie in `resources/templates/investigation/`. */
export const INVESTIGATION_PLANS = ['strl_168', 'strl_266a', 'strl_282', 'strl_263'] as const;
export type InvestigationPlan = (typeof INVESTIGATION_PLANS)[number];
