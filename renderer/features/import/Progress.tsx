/** How far long work has come, in words and as a bar. */
export function Progress({ label, done, total }: { label: string; done: number; total: number }) {
  const share = total > 0 ? Math.min(1, done / total) : 0;
  return (
    <div className="vb-progress">
      <span>
        {label} {Math.round(share * 100)} %
      </span>
      <progress value={share} max={1} aria-label={label} />
    </div>
  );
}
