/**
 * Padmé length: at most 12 % more, and only O(log log n) bits of the real length remain visible.
 */
export function padmeLength(length: number): number {
  if (length < 2) return length
  const exponent = Math.floor(Math.log2(length))
  const keptBits = Math.floor(Math.log2(exponent)) + 1
  const step = 2 ** Math.max(0, exponent - keptBits)
  return Math.ceil(length / step) * step
}
