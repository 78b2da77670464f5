import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { PROFILES, type Profile } from '#model/briefing.ts';

interface Props {
  value: Profile;
  onChange: (profile: Profile) => void;
}

/** For whom the briefing is, each choice with what it leaves out. */
export function ProfileChoice({ value, onChange }: Props) {
  const { t } = useTranslation('briefing');
  const name = useId();
  return (
    <fieldset className="vb-profiles">
      <legend>{t('view.profile')}</legend>
      {PROFILES.map((profile) => (
        <label key={profile} className="vb-profile">
          <input
            type="radio"
            name={name}
            value={profile}
            checked={profile === value}
            onChange={() => onChange(profile)}
          />
          <span>
            <strong>{t(`view.profiles.${profile}`)}</strong>
            {t(`view.profileText.${profile}`)}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
