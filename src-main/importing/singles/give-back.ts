/**
 * Memory that is no longer needed, given back at once. A file is read in thousands of pieces; waiting for the garbage collector would keep
 * hundreds of them, and what it thinks of as pressure makes it look through everything else again and again.
 */

/** Has it a buffer of its own? Small Buffers share one. */
export function isAlone({ buffer }: Uint8Array): boolean {
  return buffer.byteLength > Buffer.poolSize;
}

/** `array`: alone in its buffer. It is empty afterwards. */
export function giveBack({ buffer }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer) buffer.transfer(0);
}
