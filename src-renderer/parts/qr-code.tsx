/** A QR code to be scanned from the screen or from paper: each square a whole number of pixels, dark on light in every look. */

import { useMemo } from 'react';
import { qrModules, qrPath, quietZone } from './qr-modules.ts';

export interface QrCodeProps {
  readonly text: string;
  /** What scanning it does. */
  readonly label: string;
  /** About how wide, in px: it becomes as wide as whole squares allow, never less than two pixels each. */
  readonly about?: number;
}

export function QrCode({ text, label, about = 132 }: QrCodeProps) {
  const modules = useMemo(() => qrModules(text), [text]);
  const path = useMemo(() => qrPath(modules), [modules]);
  const side = modules.length + 2 * quietZone;
  const px = side * Math.max(2, Math.round(about / side));
  return (
    <svg
      className="qr-code"
      role="img"
      aria-label={label}
      width={px}
      height={px}
      viewBox={`0 0 ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
