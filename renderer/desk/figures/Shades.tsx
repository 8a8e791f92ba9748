import { useId } from 'react';
import { Hatching } from '../today/Hatching';

/** What parts of a bar are told apart by, without seeing colours. */
export type Shade = 'solid' | 'hatched' | 'dotted' | 'open';

/** The patterns that `ShadedRect` fills with; once in every picture. `id` is the picture's own. */
export function Shades({ id }: { id: string }) {
  return (
    <>
      <Hatching id={`${id}-hatched`} />
      <defs>
        <pattern id={`${id}-dotted`} width="7" height="7" patternUnits="userSpaceOnUse">
          <rect className="desk-today__hatchBack" width="7" height="7" />
          <circle className="desk-figures__dot" cx="3.5" cy="3.5" r="1.9" />
        </pattern>
      </defs>
    </>
  );
}

interface ShadedRectProps {
  shade: Shade;
  /** Of the picture's `Shades`. */
  id: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A part of a bar. Its edge is drawn inwards, so that neighbours keep their distance. */
export function ShadedRect({ shade, id, x, y, width, height }: ShadedRectProps) {
  if (shade === 'solid') return <rect className="desk-today__kiosk" x={x} y={y} width={width} height={height} />;
  const edge = 0.75;
  return (
    <rect
      className={`desk-figures__shade desk-figures__shade--${shade}`}
      x={x + edge}
      y={y + edge}
      width={Math.max(0, width - 2 * edge)}
      height={Math.max(0, height - 2 * edge)}
      {...(shade === 'open' ? {} : { fill: `url(#${id}-${shade})` })}
    />
  );
}

/** A sample of a shade, beside the words for it. */
export function ShadeSample({ shade }: { shade: Shade }) {
  const id = useId();
  return (
    <svg className="desk-today__swatch" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <Shades id={id} />
      <ShadedRect shade={shade} id={id} x={1} y={1} width={14} height={14} />
    </svg>
  );
}
