import { concat, equal, sha256 } from "./bytes"

type Bytes = Uint8Array<ArrayBuffer>

/** RFC 6962 2.1: the hash of one entry. */
export function leafHash(entry: Bytes): Promise<Bytes> {
  return sha256(concat(Uint8Array.of(0), entry))
}

/** RFC 6962 2.1: the hash of two subtrees. */
export function nodeHash(left: Bytes, right: Bytes): Promise<Bytes> {
  return sha256(concat(Uint8Array.of(1), left, right))
}

/**
 * Whether a leaf stands at `index` of the tree of `size` leaves with this root (RFC 9162 2.1.3.2).
 * Sizes stay below 2^53; a path of the wrong length is refused.
 */
export async function isIncluded(
  leaf: Bytes,
  index: number,
  size: number,
  path: readonly Bytes[],
  root: Bytes,
): Promise<boolean> {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size)) return false
  if (index < 0 || index >= size) return false
  let node = index
  let last = size - 1
  let hash = leaf
  for (const sibling of path) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      hash = await nodeHash(sibling, hash)
      while (node % 2 === 0 && node !== 0) {
        node = half(node)
        last = half(last)
      }
    } else {
      hash = await nodeHash(hash, sibling)
    }
    node = half(node)
    last = half(last)
  }
  return last === 0 && equal(hash, root)
}

/** Bit shifts stop at 32 bits; a log may grow beyond. */
export function half(value: number): number {
  return Math.floor(value / 2)
}
