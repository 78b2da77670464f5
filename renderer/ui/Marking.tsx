import { useTranslation } from 'react-i18next';
import type { Marking as Level } from '#model/kinds/case.ts';
import './marking.css';

/** The marking of a case, boxed, the only capitals in the interface (Beskyttelsesinstruksen § 3). */
export function Marking({ level }: { level: Level }) {
  const { t } = useTranslation('app');
  return <span className="vb-marking">{t(`marking.${level}`)}</span>;
}
