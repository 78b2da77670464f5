import { useTranslation } from 'react-i18next';
import { useRoute } from '#renderer/client/hooks.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { Table, Td, Th } from '#renderer/ui/Table.tsx';

/** The rules that prompt, each with its source, and what became of its flags: a rule that is always set aside cries wolf. */
export function FlagRulesPanel() {
  const { t } = useTranslation('flags');
  const { data, error } = useRoute('flag.rules', {});
  return (
    <Panel title={t('rules.title')} icon="flag">
      <ErrorNotice error={error} />
      <p className="vb-t12 vb-muted">{t('rules.text')}</p>
      {data && (
        <Table
          label={t('rules.title')}
          className="vb-flag-rules"
          head={
            <>
              <Th>{t('rules.rule')}</Th>
              <Th end>{t('rules.shown')}</Th>
              <Th end>{t('rules.actedOn')}</Th>
              <Th end>{t('rules.setAside')}</Th>
            </>
          }
        >
          {data.map(({ rule, counts }) => (
            <tr key={rule}>
              <Td>
                {t(`rule.${rule}.name`)}
                <small className="vb-muted">{t(`rule.${rule}.source`)}</small>
              </Td>
              <Td end>{counts.shown}</Td>
              <Td end>{counts.actedOn}</Td>
              <Td end>{counts.setAside}</Td>
            </tr>
          ))}
        </Table>
      )}
    </Panel>
  );
}
