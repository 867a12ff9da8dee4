/** The parts of the page the login needs; a test brings its own. */
export interface Page {
  readonly origin: string
  /** Path, query and fragment. */
  here(): string
  query(): URLSearchParams
  /** Leaves for another address. Never resolves in a browser. */
  go(url: string): Promise<void>
  /** Changes the address without loading. */
  replace(path: string): void
  /** Per tab, survives the redirect. */
  readonly tab: Pick<Storage, "getItem" | "setItem" | "removeItem">
  /** Per browser. */
  readonly shared: Pick<Storage, "getItem" | "setItem" | "removeItem">
}

export function browserPage(): Page {
  return {
    origin: location.origin,
    here: () => location.pathname + location.search + location.hash,
    query: () => new URLSearchParams(location.search),
    go: (url) => {
      location.assign(url)
      return new Promise(() => undefined)
    },
    replace: (path) => history.replaceState(history.state, "", path),
    tab: sessionStorage,
    shared: localStorage,
  }
}
