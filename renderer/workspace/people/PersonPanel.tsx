import { useTranslation } from 'react-i18next';
import type { CasePersonView } from '#contract/case.ts';
import type { RecordId } from '#model/ids.ts';
import type { CaseRole } from '#model/kinds/person.ts';
import type { Kind, Values } from '#model/kinds.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Chip } from '#renderer/ui/Chip.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { ContactRules } from '../contact/ContactRules.tsx';
import { useEdit } from '../edit.ts';
import { PersonRecords } from './PersonRecords.tsx';

/** What is entered about a person of each role. */
const KINDS_OF: Record<CaseRole, Kind[]> = {
  protected: ['contact_point', 'place', 'wish', 'alarm', 'withdrawal', 'procedural_status'],
  threat_actor: ['whereabouts', 'place', 'procedural_status'],
  child: ['contact_point', 'place', 'wish', 'alarm', 'child_interview', 'procedural_status'],
  other: ['contact_point', 'place', 'wish', 'procedural_status'],
};

/** One person of the case with everything that hangs on them. */
export function PersonPanel({ caseId, view }: { caseId: RecordId; view: CasePersonView }) {
  const { t } = useTranslation('case');
  const words = useRecordWords();
  const edit = useEdit();
  const { person, role } = view;
  const values = person.values as Values<'person'>;
  const own = { personId: person.id };
  const kinds = KINDS_OF[role];
  const facts = [
    values.birthYear && t('people.born', { year: values.birthYear }),
    values.language && t('people.language', { language: values.language }),
    values.interpreter && t('people.interpreter', { interpreter: values.interpreter }),
  ].filter(Boolean);
  return (
    <Panel
      icon={role === 'child' ? 'child' : 'person'}
      title={person.title}
      count={<Chip>{[words.option('role', role), view.relation].filter(Boolean).join(', ')}</Chip>}
      actions={
        <>
          <Menu
            groups={[
              kinds.map((kind) => ({ id: kind, label: words.kind(kind), run: () => edit.create(kind, own) })),
              [{ id: 'part', label: t('people.editPart'), run: () => edit.open(view.linkId) }],
            ]}
          >
            <Button size="sm" icon="plus" iconAfter="chev-d">
              {t('people.new')}
            </Button>
          </Menu>
          <Button size="sm" onClick={() => edit.open(person.id)}>
            {t('people.edit')}
          </Button>
        </>
      }
    >
      {facts.length > 0 && <p>{facts.join(' · ')}</p>}
      {values.description && <p className="vb-person-text">{values.description}</p>}
      {role === 'threat_actor' ? (
        <Stay view={view} />
      ) : role === 'protected' || view.contactPoints.length > 0 ? (
        <ContactRules points={view.contactPoints} />
      ) : (
        <p className="vb-muted">{t('people.noOwnContact')}</p>
      )}
      {view.places.length > 0 && (
        <dl className="vb-person-places">
          <dt>{words.kinds('place')}</dt>
          {view.places.map((place) => {
            const values = place.values as Values<'place'>;
            const address = place.withheld.includes('address') ? '••••••' : values.address;
            const type = values.type && words.option('type', values.type);
            return (
              <dd key={place.id}>
                <button type="button" className="vb-own-quote" onClick={() => edit.open(place.id)}>
                  <strong>{values.label}</strong> {[type !== values.label && type, address].filter(Boolean).join(', ')}
                  {values.protection !== 'none' && (
                    <span className="vb-muted"> {words.option('protection', values.protection)}</span>
                  )}
                </button>
              </dd>
            );
          })}
        </dl>
      )}
      <PersonRecords caseId={caseId} view={view} />
    </Panel>
  );
}

function Stay({ view }: { view: CasePersonView }) {
  const { t } = useTranslation('case');
  const words = useRecordWords();
  const time = useTimeWords();
  const edit = useEdit();
  const { whereabouts } = view;
  if (!whereabouts) return <p>{t('whereUnknown')}</p>;
  const values = whereabouts.values as Values<'whereabouts'>;
  const checked = values.checkedAt ? t('whereChecked', { at: time.stamp(values.checkedAt) }) : t('whereNotChecked');
  return (
    <button type="button" className="vb-own-quote" onClick={() => edit.open(whereabouts.id)}>
      <strong>{words.option('state', values.state)}</strong> {t('whereSince', { since: time.when(values.since) })}
      <span className="vb-muted"> {[values.source, checked].filter(Boolean).join(' · ')}</span>
    </button>
  );
}
