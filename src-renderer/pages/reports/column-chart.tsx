/** Columns over months, in at most two parts one on the other. The table beneath it holds the same figures. */

export interface ColumnChartProps {
  /** The chart in a sentence. */
  readonly label: string;
  readonly names: readonly string[];
  /** Per name, the parts from the bottom up. */
  readonly values: readonly (readonly number[])[];
  /** What the parts are called. */
  readonly parts: readonly string[];
  readonly format: (value: number) => string;
  /** A column that still grows, and how far it goes. */
  readonly unfinished?: { readonly name: string; readonly note: string } | null;
}

const [width, height, left, bottom, top] = [760, 200, 64, 22, 12];

/** A round number that is not less. */
export function roundUp(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return ([1, 2, 2.5, 3, 4, 5, 6, 8, 10].find((step) => step * power >= value) ?? 10) * power;
}

export function ColumnChart({ label, names, values, parts, format, unfinished = null }: ColumnChartProps) {
  const growing = unfinished !== null && names.includes(unfinished.name) ? unfinished : null;
  const most = roundUp(Math.max(0, ...values.map((own) => own.reduce((sum, value) => sum + Math.max(0, value), 0))));
  const y = (value: number): number => height - bottom - (Math.max(0, value) / most) * (height - bottom - top);
  const step = (width - left) / Math.max(1, names.length);
  const every = Math.ceil(names.length / 12);
  return (
    <figure className="chart">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
        {[0, 0.5, 1].map((at) => (
          <g key={at}>
            <line x1={left} x2={width} y1={y(at * most)} y2={y(at * most)} className={at === 0 ? 'base' : 'grid'} />
            <text x={left - 8} y={y(at * most) + 4} textAnchor="end">
              {format(at * most)}
            </text>
          </g>
        ))}
        {names.map((name, at) => (
          <g key={name} className={name === growing?.name ? 'growing' : undefined}>
            {(values[at] ?? []).map((value, part) => {
              const under = (values[at] ?? []).slice(0, part).reduce((sum, own) => sum + own, 0);
              return (
                <rect
                  key={parts[part] ?? name}
                  x={left + step * (at + 0.2)}
                  width={step * 0.6}
                  y={y(under + value)}
                  height={Math.max(0, y(under) - y(under + value))}
                  className={`part-${part}`}
                >
                  <title>
                    {[name, parts[part], format(value), ...(name === growing?.name ? [growing.note] : [])].join(' ')}
                  </title>
                </rect>
              );
            })}
            {at % every === 0 && (
              <text x={left + step * (at + 0.5)} y={height - 6} textAnchor="middle">
                {name.slice(2)}
              </text>
            )}
          </g>
        ))}
      </svg>
      {parts.length > 0 && (
        <figcaption className="sm">
          {parts.map((part, at) => (
            <span key={part}>
              <i className={`swatch part-${at}`} /> {part}
            </span>
          ))}
          {growing !== null && (
            <span>
              <i className="swatch growing" /> {growing.note}
            </span>
          )}
        </figcaption>
      )}
    </figure>
  );
}
