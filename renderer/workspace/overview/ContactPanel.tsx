import { useTranslation } from 'react-i18next';
import type { CasePersonView } from '#contract/case.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { ContactRules } from '../contact/ContactRules.tsx';
import { useEdit } from '../edit.ts';

/** How to reach each protected person: the ordinary rule and the danger rule, always together. */
export function ContactPanel({ persons }: { persons: readonly CasePersonView[] }) {
  const { t } = useTranslation('case');
  const edit = useEdit();
  // A child is reached through the adult unless a way of its own was agreed.
  const reached = persons.filter(
    (one) => one.role === 'protected' || (one.role === 'child' && one.contactPoints.length > 0),
  );
  const [first] = reached;
  const add = first && (
    <Button size="sm" icon="plus" onClick={() => edit.create('contact_point', { personId: first.person.id })}>
      {t('contact.add')}
    </Button>
  );
  return (
    <Panel icon="phone" title={t('contact.title')} actions={add} className="vb-contact">
      {reached.length === 0 && <p className="vb-muted">{t('contact.noPerson')}</p>}
      {reached.map((one) => (
        <section key={one.linkId} aria-label={one.person.title}>
          {reached.length > 1 && <h3>{one.person.title}</h3>}
          <ContactRules points={one.contactPoints} />
        </section>
      ))}
    </Panel>
  );
}
