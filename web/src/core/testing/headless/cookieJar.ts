/** Cookies by name and path, as far as Keycloak's login needs them. */
export class CookieJar {
  readonly #cookies = new Map<string, { path: string; name: string; value: string }>()

  keep(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = "", ...attributes] = line.split(";").map((part) => part.trim())
      const at = pair.indexOf("=")
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
      const find = (attribute: string) =>
        attributes.find((a) => a.toLowerCase().startsWith(`${attribute}=`))?.split("=")[1]
      const path = find("path") ?? "/"
      if (find("max-age") === "0") this.#cookies.delete(`${path} ${name}`)
      else this.#cookies.set(`${path} ${name}`, { path, name, value })
    }
  }

  header(url: URL): string {
    return [...this.#cookies.values()]
      .filter(({ path }) => url.pathname.startsWith(path))
      .map(({ name, value }) => `${name}=${value}`)
      .join("; ")
  }
}
