import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, type Language } from '#contract/common.ts';
import { type Profile, takesNotes } from '#model/briefing.ts';
import type { RecordId } from '#model/ids.ts';
import { useAction, useRefresh, useRoute } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useBriefingChoice } from '#renderer/ui/briefing-choice.ts';
import { useCommands } from '#renderer/ui/commands.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { ChosenNotes } from './ChosenNotes.tsx';
import { Copies } from './Copies.tsx';
import { Desk } from './Desk.tsx';
import { PackageNotice } from './PackageNotice.tsx';
import { Printed } from './Printed.tsx';
import { ProfileChoice } from './ProfileChoice.tsx';
import { Review } from './Review.tsx';
import { ScopeChoice } from './ScopeChoice.tsx';
import { Trace } from './Trace.tsx';
import { Withheld } from './Withheld.tsx';
import './briefing.css';

interface Props {
  caseId: RecordId;
  /** For whom it is at first. */
  begunAs: Profile;
  /** The breach or order that a package is about at first; null is the whole case. */
  begunWith: RecordId | null;
}

/**
 * Briefings of a case: for whom, what it withholds, how it looks, what has left; and printing the next copy.
 */
export function BriefingPage({ caseId, begunAs, begunWith }: Props) {
  const { t, i18n } = useTranslation('briefing');
  const [profile, setProfile] = useState<Profile>(begunAs);
  const { notes: chosenNotes } = useBriefingChoice(caseId);
  const notes = takesNotes(profile) ? [...chosenNotes] : [];
  const [chosen, setAbout] = useState<RecordId | null>(begunWith);
  const isPackage = profile === 'saksdokumenter' || profile === 'jurist';
  const aboutId = isPackage ? chosen : null;
  const [language, setLanguage] = useState<Language>(i18n.language === 'en' ? 'en' : 'nb');
  const preview = useRoute('briefing.preview', { caseId, profile, language, aboutId, notes });
  const printing = useAction('briefing.export');
  const refresh = useRefresh();
  const copy = preview.data?.copy;
  const isReady = copy !== undefined && !printing.isPending;

  const print = () => {
    if (!isReady) return;
    const settled = () => void refresh(['briefing.preview', 'briefing.review', 'briefing.copies', 'log.uses']);
    printing.mutate({ caseId, profile, language, aboutId, notes }, { onSettled: settled });
  };
  const label = copy === undefined ? t('view.loading') : t('view.print', { copy });
  useCommands([{ id: 'print', label, icon: 'print', keys: 'Ctrl+P', inText: true, run: print }]);

  return (
    <div className="vb-briefing">
      <header className="vb-briefing-bar">
        <div className="vb-briefing-what">
          <h2 className="vb-briefing-title">{t('view.title')}</h2>
          <p className="vb-briefing-sub">{t('view.sub')}</p>
        </div>
        <Segmented
          label={t('view.language')}
          value={language}
          options={LANGUAGES.map((value) => ({ value, label: t(`view.${value}`) }))}
          onChange={setLanguage}
        />
        <Button variant="primary" icon="print" keys="Ctrl+P" disabled={!isReady} onClick={print}>
          {printing.isPending ? t('view.printing') : label}
        </Button>
      </header>
      <div className="vb-briefing-outcome" aria-live="polite">
        <ErrorNotice error={preview.error ?? printing.error} />
        {(isPackage || profile === 'kronologi') && <PackageNotice profile={profile} />}
        {printing.data && !printing.isPending && <Printed printed={printing.data} />}
      </div>
      <div className="vb-briefing-body">
        <div className="vb-briefing-side">
          <ProfileChoice value={profile} onChange={setProfile} />
          {isPackage && <ScopeChoice caseId={caseId} value={chosen} onChange={setAbout} />}
          {profile === 'saksdokumenter' && <Review caseId={caseId} language={language} aboutId={aboutId} />}
          <ChosenNotes caseId={caseId} profile={profile} />
          <Withheld document={preview.data} />
        </div>
        <Desk document={preview.data} />
        <aside className="vb-briefing-side" aria-label={t('view.copies')}>
          <Copies caseId={caseId} />
          <Trace document={preview.data} />
        </aside>
      </div>
    </div>
  );
}
