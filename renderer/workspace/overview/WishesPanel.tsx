import { useTranslation } from 'react-i18next';
import type { CasePersonView } from '#contract/case.ts';
import type { ShownRecord } from '#contract/record.ts';
import type { RecordId } from '#model/ids.ts';
import type { Values } from '#model/kinds.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { useRecordWords } from '#renderer/ui/record-words.ts';
import { useTimeWords } from '#renderer/ui/time-words.ts';
import { useEdit } from '../edit.ts';
import { useNewest } from './use-case-records.ts';

const MOST = 50;

/** What she needs and wishes, in her words and dated; what she does not want and what she agreed to under it. */
export function WishesPanel({ caseId, persons }: { caseId: RecordId; persons: readonly CasePersonView[] }) {
  const { t } = useTranslation('case');
  const edit = useEdit();
  const wishes = useNewest(caseId, ['wish'], MOST);
  const names = new Map(persons.map((one) => [one.person.id, one.person.title]));
  const several = persons.filter((one) => one.role === 'protected').length > 1;
  const spoken = wishes.records.filter((wish) => ['need', 'wish'].includes(typeOf(wish)));
  const others = wishes.records.filter((wish) => ['refusal', 'consent'].includes(typeOf(wish)));
  const add = (
    <Button size="sm" icon="plus" onClick={() => edit.create('wish')}>
      {t('addWish')}
    </Button>
  );
  return (
    <Panel icon="k-need" title={t('ownWords')} actions={add} className="vb-own-words">
      {!wishes.loading && wishes.total === 0 && (
        <EmptyState icon="k-need" title={t('ownWordsNone')} text={t('ownWordsNoneText')} action={add} />
      )}
      {spoken.map((wish) => (
        <Spoken
          key={wish.id}
          wish={wish}
          name={several ? names.get(valuesOf(wish).personId ?? ('' as RecordId)) : undefined}
          onOpen={() => edit.open(wish.id)}
        />
      ))}
      {others.length > 0 && (
        <ul className="vb-own-others">
          {others.map((wish) => (
            <li key={wish.id}>
              <OtherWish wish={wish} onOpen={() => edit.open(wish.id)} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Spoken({ wish, name, onOpen }: { wish: ShownRecord; name: string | undefined; onOpen: () => void }) {
  const { t, i18n } = useTranslation('case');
  const time = useTimeWords();
  const { words, wordsEn, said, toldTo } = valuesOf(wish);
  const by = [name, said && time.when(said), toldTo && t('toldTo', { name: toldTo })].filter(Boolean).join(', ');
  return (
    <blockquote>
      <button type="button" className="vb-own-quote" onClick={onOpen}>
        {t('quote', { words: (i18n.language === 'en' && wordsEn) || words })}{' '}
        <span className="vb-own-by">{by || t('undated')}</span>
      </button>
    </blockquote>
  );
}

function OtherWish({ wish, onOpen }: { wish: ShownRecord; onOpen: () => void }) {
  const words = useRecordWords();
  const time = useTimeWords();
  const values = valuesOf(wish);
  const facts = [values.consent && words.option('consent', values.consent), values.said && time.when(values.said)];
  return (
    <button type="button" className="vb-own-quote" onClick={onOpen}>
      <strong>{words.option('type', values.type)}:</strong> {words.title(wish)}
      <span className="vb-muted"> {facts.filter(Boolean).join(', ')}</span>
    </button>
  );
}

function valuesOf(wish: ShownRecord): Values<'wish'> {
  return wish.values as Values<'wish'>;
}

function typeOf(wish: ShownRecord): string {
  return valuesOf(wish).type;
}
