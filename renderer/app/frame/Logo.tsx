/** The mark: an open book in the shape of a shield. */
export function Logo({ size }: { size: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 26 26"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d="M13 6.2C11 4.9 8 4.3 4.5 4.6v9.2c0 4 3.2 6.9 8.5 8.9 5.3-2 8.5-4.9 8.5-8.9V4.6C18 4.3 15 4.9 13 6.2zM13 6.2v16.3" />
      <path d="M7.7 9.3c1 .1 1.9.3 2.6.6M7.7 13c1 .1 1.9.3 2.6.6M18.3 9.3c-1 .1-1.9.3-2.6.6" />
    </svg>
  );
}
