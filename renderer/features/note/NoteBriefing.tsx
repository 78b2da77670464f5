import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PROFILES, type Profile, takesNotes } from '#model/briefing.ts';
import { understoodDocument } from '#model/document/parse.ts';
import { type NotePart, partsOf } from '#model/document/part.ts';
import type { RecordId } from '#model/ids.ts';
import type { Client } from '#renderer/client/client.ts';
import { useClient } from '#renderer/client/hooks.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { addToBriefing, briefingChoice } from '#renderer/ui/briefing-choice.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { useNavigation } from '#renderer/ui/navigation.ts';
import { Segmented } from '#renderer/ui/Segmented.tsx';
import { SelectField } from '#renderer/ui/SelectField.tsx';
import type { Desk } from './desk.ts';

const FOR = PROFILES.filter(takesNotes);
const WHOLE = 'whole';

/** The way into a briefing for a note, or for one part of it under a heading. */
export function NoteBriefing({ caseId, id, desk }: { caseId: RecordId; id: RecordId; desk: Desk }) {
  const { t } = useTranslation('briefNotes');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="quiet" size="sm" icon="print" onClick={() => setOpen(true)}>
        {t('fromNote')}
      </Button>
      {isOpen && <BriefingDialog caseId={caseId} id={id} desk={desk} onClose={() => setOpen(false)} />}
    </>
  );
}

interface DialogProps {
  caseId: RecordId;
  id: RecordId;
  desk: Desk;
  onClose: () => void;
}

function BriefingDialog({ caseId, id, desk, onClose }: DialogProps) {
  const { t } = useTranslation(['briefNotes', 'briefing']);
  const openCase = useNavigation((n) => n.openCase);
  const before = briefingChoice(caseId).profile;
  const [profile, setProfile] = useState<Profile>(takesNotes(before) ? before : 'leder');
  const [part, setPart] = useState<string>(WHOLE);
  const client = useClient();
  const [parts, setParts] = useState<readonly NotePart[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let isGone = false;
    readParts(client, id, desk)
      .then((read) => !isGone && setParts(read))
      .catch((failure: unknown) => !isGone && setError(failure));
    return () => {
      isGone = true;
    };
  }, [client, id, desk]);
  const confirm = () => {
    const chosen = parts?.find(({ number }) => String(number) === part);
    addToBriefing(caseId, profile, chosen ? { id, part: chosen } : { id });
    openCase(caseId, 'briefings');
  };
  return (
    <Dialog
      open
      title={t('fromTitle')}
      subtitle={t('fromSubtitle')}
      onClose={onClose}
      onConfirm={confirm}
      confirmLabel={t('go')}
      confirmDisabled={parts === null}
    >
      <div className="vb-stack">
        {parts !== null && parts.length > 0 && (
          <SelectField<string>
            label={t('what')}
            value={part}
            options={[
              { value: WHOLE, label: t('whole') },
              ...parts.map(({ number, heading }) => ({ value: String(number), label: heading })),
            ]}
            onChange={(value) => setPart(value ?? WHOLE)}
          />
        )}
        <Segmented
          label={t('profile')}
          value={profile}
          options={FOR.map((value) => ({ value, label: t(`briefing:view.profiles.${value}`) }))}
          onChange={setProfile}
        />
        <p className="vb-sec">{t('subtitle')}</p>
        <ErrorNotice error={error} />
      </div>
    </Dialog>
  );
}

/**
 * The parts of the note as a briefing will read it: of its newest version, whatever text is being written beside it. One that
 * is not understood is told whole.
 */
async function readParts(client: Client, id: RecordId, desk: Desk): Promise<readonly NotePart[]> {
  // What is typed and no version yet becomes one: what leaves can be found again.
  await desk.keeper?.makeVersion();
  const { note } = await client.invoke('note.open', { id });
  const { document } = note.values;
  const understood = typeof document === 'string' ? understoodDocument(document) : null;
  return understood ? partsOf(understood) : [];
}
