import { useId } from 'react';

/** Stripes for what reception did: told from the kiosk's plain blue without seeing colours. */
export function Hatching({ id }: { id: string }) {
  return (
    <defs>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect className="desk-today__hatchBack" width="6" height="6" />
        <rect className="desk-today__hatch" width="2.5" height="6" />
      </pattern>
    </defs>
  );
}

/** A sample of a bar, beside the words for it. */
export function Swatch({ kind }: { kind: 'kiosk' | 'staff' }) {
  const id = useId();
  return (
    <svg className="desk-today__swatch" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {kind === 'staff' ? <Hatching id={id} /> : null}
      <rect
        className={`desk-today__${kind}`}
        x="1"
        y="1"
        width="14"
        height="14"
        {...(kind === 'staff' ? { fill: `url(#${id})` } : {})}
      />
    </svg>
  );
}
