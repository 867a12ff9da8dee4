import { equal } from "./bytes"
import { half, nodeHash } from "./merkle"

type Bytes = Uint8Array<ArrayBuffer>

export type TreeHead = { readonly size: number; readonly root: Bytes }

/**
 * Whether the new tree begins with exactly the leaves of the old one (RFC 9162 2.1.4.2). A smaller tree
 * never does, nor does another root of the same size; an empty old tree is extended by every other.
 */
export async function extendsTree(
  older: TreeHead,
  newer: TreeHead,
  proof: readonly Bytes[],
): Promise<boolean> {
  if (older.size > newer.size) return false
  if (older.size === newer.size) return proof.length === 0 && equal(older.root, newer.root)
  if (older.size === 0) return proof.length === 0
  let node = older.size - 1
  let last = newer.size - 1
  while (node % 2 === 1) {
    node = half(node)
    last = half(last)
  }
  // A power of two is a subtree of both trees, so its hash is the old root and not in the proof.
  const path = node === 0 ? [older.root, ...proof] : proof
  const [first, ...rest] = path
  if (first === undefined) return false
  let oldRoot = first
  let newRoot = first
  for (const hash of rest) {
    if (last === 0) return false
    if (node % 2 === 1 || node === last) {
      oldRoot = await nodeHash(hash, oldRoot)
      newRoot = await nodeHash(hash, newRoot)
      while (node % 2 === 0 && node !== 0) {
        node = half(node)
        last = half(last)
      }
    } else {
      newRoot = await nodeHash(newRoot, hash)
    }
    node = half(node)
    last = half(last)
  }
  return last === 0 && equal(oldRoot, older.root) && equal(newRoot, newer.root)
}
