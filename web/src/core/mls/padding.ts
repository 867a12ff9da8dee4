/** Signature of 64 bytes with its length, and the length of the application data. */
const FRAMING = 66 + 4
const SMALLEST = 256
const LINEAR_FROM = 16_384

/**
 * Length up to which the content of a message of `size` bytes is padded: powers of two from 256 to
 * 16 KiB, then multiples of 16 KiB, so that a ciphertext tells only its bucket.
 */
export function paddedLength(size: number): number {
  const framed = size + FRAMING
  if (framed > LINEAR_FROM) return Math.ceil(framed / LINEAR_FROM) * LINEAR_FROM
  let bucket = SMALLEST
  while (bucket < framed) bucket *= 2
  return bucket
}
