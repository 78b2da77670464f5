import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/Button.tsx';
import type { Incoming } from './incoming.ts';

/** Pictures on their way into the text, each with the way to stop it. */
export function IncomingPictures({ incoming }: { incoming: Incoming }) {
  const { t } = useTranslation('writing');
  const { pictures } = incoming;
  return (
    <>
      <div className="vb-sr" role="status">
        {pictures.length > 0 ? t('picture.running', { count: pictures.length }) : ''}
      </div>
      {pictures.length > 0 && (
        <ul className="note-incoming" aria-label={t('picture.incoming')}>
          {pictures.map(({ key, name, share }) => (
            <li key={key}>
              <span className="vb-cut">{t('picture.coming', { name })}</span>
              <progress value={share} aria-label={name} />
              <Button size="sm" variant="quiet" onClick={() => incoming.cancel(key)}>
                {t('picture.cancel', { name })}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
