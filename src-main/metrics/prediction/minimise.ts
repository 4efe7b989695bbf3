/**
 * The least of a smooth function whose gradient is known: the BFGS method with a line search that ends in the strong Wolfe conditions. Nocedal &
 * Wright, Numerical Optimization (2006), algorithms 6.1, 3.5 and 3.6.
 */

export interface Point {
  readonly value: number;
  readonly gradient: Float64Array;
}

/** The value at a place, and the gradient there. May be infinite outside of where the function means anything. */
export type Function = (at: Float64Array) => Point;

export interface Minimum {
  readonly at: Float64Array;
  readonly value: number;
  /** How often the function was asked. */
  readonly evaluations: number;
  /** The gradient all but vanished, or nothing got smaller any more. */
  readonly converged: boolean;
}

export interface MinimiseOptions {
  readonly mostEvaluations: number;
  /** Largest component of the gradient at which it is done. */
  readonly gradientTolerance: number;
  /** It is also done when two steps in a row gain less. */
  readonly gain: number;
  /** No component moves further in one step: a logarithm that jumps is lost. */
  readonly longestMove: number;
}

const SUFFICIENT = 1e-4;
const CURVATURE = 0.9;

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

function largest(of: Float64Array): number {
  return of.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
}

/** An approximation of the inverse of the second derivatives, mended by every step. */
class InverseHessian {
  private readonly rows: Float64Array[];
  private isFirst = true;

  constructor(size: number) {
    this.rows = Array.from({ length: size }, (_, at) =>
      Float64Array.from({ length: size }, (_unused, to) => (at === to ? 1 : 0)),
    );
  }

  times(vector: Float64Array): Float64Array {
    return Float64Array.from(this.rows, (row) => dot(row, vector));
  }

  /** `step` was gone, and the gradient changed by `change`. */
  mend(step: Float64Array, change: Float64Array): void {
    const curvature = dot(step, change);
    // Where the function does not curve upwards nothing is learnt.
    if (curvature <= 1e-12) return;
    if (this.isFirst) {
      const scale = curvature / dot(change, change);
      for (const row of this.rows) row.set(row.map((value) => value * scale));
      this.isFirst = false;
    }
    const changed = this.times(change);
    const factor = (1 + dot(change, changed) / curvature) / curvature;
    this.rows.forEach((row, at) => {
      for (let to = 0; to < row.length; to += 1) {
        const [s, t] = [step[at] ?? 0, step[to] ?? 0];
        row[to] = (row[to] ?? 0) + factor * s * t - ((changed[at] ?? 0) * t + s * (changed[to] ?? 0)) / curvature;
      }
    });
  }
}

interface Found {
  readonly at: Float64Array;
  readonly point: Point;
}

/** Where along a direction it is low and flat enough; null: nowhere within so many questions. */
function searchAlong(
  ask: (at: Float64Array) => Point | null,
  from: Found,
  direction: Float64Array,
  most: number,
): Found | null {
  const slope = dot(from.point.gradient, direction);
  const at = (length: number): Float64Array => from.at.map((value, index) => value + length * (direction[index] ?? 0));
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let length = Math.min(1, most);
  let best: Found | null = null;
  for (let turn = 0; turn < 25; turn += 1) {
    const place = at(length);
    const point = ask(place);
    if (point === null) return best;
    const isLower = Number.isFinite(point.value) && point.value <= from.point.value + SUFFICIENT * length * slope;
    if (isLower && (best === null || point.value < best.point.value)) best = { at: place, point };
    const slopeThere = dot(point.gradient, direction);
    if (!isLower) high = length;
    else if (slopeThere < CURVATURE * slope) low = length;
    else if (slopeThere > -CURVATURE * slope) high = length;
    else return { at: place, point };
    if (high - low < 1e-10) return best;
    if (high === Number.POSITIVE_INFINITY) {
      if (length >= most) return best;
      length = Math.min(most, 2 * length);
    } else length = (low + high) / 2;
  }
  return best;
}

export function minimise(of: Function, start: Float64Array, options: MinimiseOptions): Minimum {
  let evaluations = 0;
  const ask = (at: Float64Array): Point | null => {
    if (evaluations >= options.mostEvaluations) return null;
    evaluations += 1;
    return of(at);
  };
  let here: Found = { at: start, point: of(start) };
  evaluations += 1;
  const inverse = new InverseHessian(start.length);
  let idle = 0;
  while (largest(here.point.gradient) > options.gradientTolerance) {
    let direction = inverse.times(here.point.gradient).map((value) => -value);
    if (dot(direction, here.point.gradient) >= 0) direction = here.point.gradient.map((value) => -value);
    const next = searchAlong(ask, here, direction, options.longestMove / largest(direction));
    if (next === null) return { at: here.at, value: here.point.value, evaluations, converged: idle > 0 };
    const gained = here.point.value - next.point.value;
    inverse.mend(
      next.at.map((value, at) => value - (here.at[at] ?? 0)),
      next.point.gradient.map((value, at) => value - (here.point.gradient[at] ?? 0)),
    );
    here = next;
    idle = gained < options.gain ? idle + 1 : 0;
    if (idle >= 2) break;
  }
  return { at: here.at, value: here.point.value, evaluations, converged: true };
}
