import { useMemo } from 'react';
import { qrPicture } from './qrMatrix';

interface QrCodeProps {
  /** What a scanner reads. */
  text: string;
  /** What it is, in words, for whoever does not see it. */
  label: string;
}

/** A QR code, sharp at every size: black on white in every mode of contrast, because scanners expect it so. */
export function QrCode({ text, label }: QrCodeProps) {
  const { size, path } = useMemo(() => qrPicture(text), [text]);
  const side = String(size);
  return (
    <svg
      className="qrCode"
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
      focusable="false"
    >
      <path className="qrCode__paper" d={`M0 0h${side}v${side}H0z`} fill="#fff" />
      <path className="qrCode__dark" d={path} fill="#000" />
    </svg>
  );
}
