export { decode } from "./decode"
export type { ListEntry } from "./entry"
export { MOST_BYTES, MOST_ENTRIES, readList, type ReadList } from "./readList"
