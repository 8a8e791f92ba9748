const width = 480;

/** A share as a bar that is filled so far; what it says stands beside it in words, so it is hidden from speech. */
export function ShareBar({ part, of }: { part: number; of: number }) {
  const filled = of === 0 ? 0 : (Math.min(part, of) / of) * width;
  return (
    <svg
      className="desk-today__share"
      viewBox={`0 0 ${String(width)} 20`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect className="desk-today__shareAll" x="1" y="1" width={width - 2} height="18" />
      <rect className="desk-today__kiosk" x="1" y="1" width={Math.max(0, filled - 2)} height="18" />
    </svg>
  );
}
