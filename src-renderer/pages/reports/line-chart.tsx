/** Shares over time, at most four lines; the first is the one that matters, in ink. Named at their ends. */

export interface Line {
  readonly name: string;
  readonly points: readonly (readonly [x: number, share: number])[];
}

export interface LineChartProps {
  readonly label: string;
  readonly lines: readonly Line[];
  /** What stands after the last number of the axis. */
  readonly unit: string;
  /** Every point has its mark; without, the line goes in steps. */
  readonly marks?: boolean;
  /** How far apart the numbers of the axis are, where that is not to be found. */
  readonly every?: number;
}

const [width, height, left, right, bottom, top] = [760, 200, 48, 140, 22, 12];

function Mark({ at, x, y }: { readonly at: number; readonly x: number; readonly y: number }) {
  if (at === 0) return <circle cx={x} cy={y} r="3" />;
  if (at === 1) return <rect x={x - 3} y={y - 3} width="6" height="6" />;
  if (at === 2) return <path d={`M${x - 4} ${y + 3}h8l-4 -7z`} />;
  return <path d={`M${x} ${y - 4}l4 4l-4 4l-4 -4z`} />;
}

/** Words at the ends of lines never lie upon each other. */
function spread(ends: readonly number[]): readonly number[] {
  const order = ends.map((y, at) => ({ y, at })).toSorted((a, b) => a.y - b.y);
  let last = -Infinity;
  const placed = ends.map(() => 0);
  for (const { y, at } of order) {
    last = Math.max(y, last + 15);
    placed[at] = last;
  }
  return placed;
}

/** A share that changes on a day stays until the next: steps, not slopes. */
function cornersOf(points: Line['points'], steps: boolean): Line['points'] {
  if (!steps) return points;
  return points.flatMap((point, at) => {
    const before = points[at - 1];
    return before === undefined ? [point] : [[point[0], before[1]] as const, point];
  });
}

export function LineChart({ label, lines, unit, marks = true, every }: LineChartProps) {
  const all = lines.flatMap(({ points }) => points);
  const last = Math.max(1, ...all.map(([x]) => x));
  const most = Math.min(1, Math.max(0.1, Math.ceil(Math.max(0, ...all.map(([, share]) => share)) * 10) / 10));
  const x = (value: number): number => left + (value / last) * (width - left - right);
  const y = (share: number): number => height - bottom - (share / most) * (height - bottom - top);
  // Days are counted off in thirties, months one by one.
  const least = Math.max(1, Math.ceil(last / 12));
  const step = every ?? (least < 10 ? least : 30 * Math.ceil(least / 30));
  const ticks = Array.from({ length: Math.floor(last / step) + 1 }, (_, at) => at * step);
  const ends = spread(lines.map(({ points }) => y(points.at(-1)?.[1] ?? 0)));
  return (
    <figure className="chart">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        {[0, 0.5, 1].map((at) => (
          <g key={at}>
            <line
              x1={left}
              x2={width - right}
              y1={y(at * most)}
              y2={y(at * most)}
              className={at === 0 ? 'base' : 'grid'}
            />
            <text x={left - 8} y={y(at * most) + 4} textAnchor="end">
              {`${Math.round(at * most * 100)}%`}
            </text>
          </g>
        ))}
        {ticks.map((tick) => (
          <text key={tick} x={x(tick)} y={height - 6} textAnchor="middle">
            {tick === ticks.at(-1) ? `${tick} ${unit}` : tick}
          </text>
        ))}
        {lines.map(({ name, points }, at) => (
          <g key={name} className={`line line-${at}`}>
            <polyline
              points={cornersOf(points, !marks)
                .map(([own, share]) => `${x(own)},${y(share)}`)
                .join(' ')}
            />
            {marks && points.map(([own, share]) => <Mark key={own} at={at} x={x(own)} y={y(share)} />)}
            {points.length > 0 && (
              <text x={x(points.at(-1)?.[0] ?? 0) + 9} y={(ends[at] ?? 0) + 4}>
                {name}
              </text>
            )}
          </g>
        ))}
      </svg>
    </figure>
  );
}
