import { useTranslation } from 'react-i18next';
import { CHAIN_STEPS } from '#model/chain/steps.ts';

/** The word for a step of a chain; null for what is none. */
export function useStepWords(): (step: string) => string | null {
  const { t } = useTranslation('orders');
  return (step) => {
    if (!(CHAIN_STEPS as readonly string[]).includes(step)) return null;
    if (step === 'main_hearing') return t(`step.${step}`);
    return t(`kinds:option.step.${step}`);
  };
}
