import './law.css';

/** The legal or other source of a result, always beside it. */
export function Law({ source, title }: { source: string; title?: string }) {
  return (
    <cite className="vb-law" title={title}>
      {source}
    </cite>
  );
}
