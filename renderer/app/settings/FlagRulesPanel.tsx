import { useTranslation } from 'react-i18next';
import { useRoute } from '#renderer/client/hooks.ts';
import { useFlagWords } from '#renderer/features/flag/flag-words.ts';
import { ErrorNotice } from '#renderer/ui/ErrorNotice.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { Table, Td, Th } from '#renderer/ui/Table.tsx';
import { RuleLimits } from './RuleLimits.tsx';

/**
 * The rules that prompt, each with its source and the days that the unit gives it, and what became of its flags: a rule
 * that is always set aside cries wolf.
 */
export function FlagRulesPanel({ mayChange }: { mayChange: boolean }) {
  const { t } = useTranslation('flags');
  const words = useFlagWords();
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
              <Th end>{t('rules.days')}</Th>
              <Th end>{t('rules.shown')}</Th>
              <Th end>{t('rules.actedOn')}</Th>
              <Th end>{t('rules.setAside')}</Th>
            </>
          }
        >
          {data.rules.map(({ rule, counts }) => (
            <tr key={rule}>
              <Td>
                {words.name({ rule })}
                <small className="vb-muted">{words.source({ rule }, data.limits)}</small>
              </Td>
              <Td>
                <RuleLimits rule={rule} limits={data.limits} mayChange={mayChange} />
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
