import { memo } from 'react';

const LINES = 26;
const POINTS = 240;
const WIDTH = 1440;

/** One line of the band: two waves whose phase shifts from line to line. */
function line(index: number): string {
  let path = '';
  for (let point = 0; point <= POINTS; point++) {
    const x = (point * WIDTH) / POINTS;
    const turn = (x / WIDTH) * Math.PI * 2;
    const wide = Math.sin(turn * 2 + index * 0.12) * (250 - index * 4) * Math.cos(turn * 0.5 + index * 0.05);
    const y = 450 + wide + Math.sin(turn * 5 + index * 0.25) * 40;
    path += `${point ? 'L' : 'M'}${x} ${y.toFixed(1)}`;
  }
  return path;
}

const PATHS = Array.from({ length: LINES }, (_, index) => line(index)).join('');

/** A band of fine lines, as on identity papers: still, faint, drawn once. */
export const Guilloche = memo(function Guilloche() {
  return (
    <svg
      className="vb-guilloche"
      viewBox="0 0 1440 900"
      preserveAspectRatio="xMidYMid slice"
      fill="none"
      stroke="currentColor"
      strokeWidth="1"
      aria-hidden="true"
    >
      <path d={PATHS} />
    </svg>
  );
});
