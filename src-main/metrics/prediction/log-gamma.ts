/** The logarithm of the gamma function and its derivative, for positive arguments. Abramowitz & Stegun, 6.1.41 and 6.3.18. */

/** From here on the asymptotic series is exact to a double's last digits. */
const SERIES_FROM = 12;

/** ln Γ(x), x > 0. */
export function logGamma(x: number): number {
  let shifted = x;
  let product = 1;
  while (shifted < SERIES_FROM) {
    product *= shifted;
    shifted += 1;
  }
  const square = shifted * shifted;
  const series =
    1 / 12 -
    (1 / 360 - (1 / 1260 - (1 / 1680 - (1 / 1188 - 691 / (360_360 * square)) / square) / square) / square) / square;
  return (
    (shifted - 0.5) * Math.log(shifted) - shifted + Math.log(2 * Math.PI) / 2 + series / shifted - Math.log(product)
  );
}

/** ψ(x), the derivative of ln Γ, x > 0. */
export function digamma(x: number): number {
  let shifted = x;
  let sum = 0;
  while (shifted < SERIES_FROM) {
    sum += 1 / shifted;
    shifted += 1;
  }
  const square = shifted * shifted;
  const series =
    1 / 12 -
    (1 / 120 - (1 / 252 - (1 / 240 - (1 / 132 - 691 / (32_760 * square)) / square) / square) / square) / square;
  return Math.log(shifted) - 1 / (2 * shifted) - series / square - sum;
}
