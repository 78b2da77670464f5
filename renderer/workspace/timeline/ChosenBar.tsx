import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/Button.tsx';

interface Props {
  count: number;
  /** Opens what can be done with them, at a place in client px. */
  onActions: (place: { clientX: number; clientY: number }) => void;
  onClear: () => void;
}

/** Tells how many rows of the list are chosen, also to who does not see them; with one chosen there is nothing to say. */
export function ChosenBar({ count, onActions, onClear }: Props) {
  const { t } = useTranslation('several');
  return (
    <div role="status" className={count > 0 ? 'vb-timeline-chosen' : undefined}>
      {count > 0 && (
        <>
          <strong>{t('chosen', { count })}</strong>
          <Button
            size="sm"
            onClick={(event) => {
              // The menu closes at a click beside it, which this one would be once it is open.
              event.stopPropagation();
              const box = event.currentTarget.getBoundingClientRect();
              onActions({ clientX: box.left, clientY: box.bottom });
            }}
          >
            {t('actions')}
          </Button>
          <Button size="sm" onClick={onClear}>
            {t('clear')}
          </Button>
        </>
      )}
    </div>
  );
}
