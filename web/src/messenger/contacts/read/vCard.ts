import type { RawEntry } from "./entry"

type Property = {
  readonly name: string
  readonly parameters: string
  readonly value: string
}

/**
 * The people of one or several vCards, of versions 2.1 to 4.0. Only names, e-mail addresses, function,
 * address and RPPS number are looked at; a card that is cut off counts as far as it goes.
 */
export function readVCards(text: string): readonly RawEntry[] {
  const cards: Property[][] = []
  let open: Property[] | undefined
  for (const line of logicalLines(text)) {
    const property = propertyOf(line)
    if (property === undefined) continue
    const { name, value } = property
    if (name === "BEGIN" && /^vcard$/i.test(value.trim())) cards.push((open = []))
    else if (name === "END" && /^vcard$/i.test(value.trim())) open = undefined
    else open?.push(property)
  }
  return cards.map(entryOf)
}

/** Pictures, sounds and keys: by far the longest lines, and nothing to look up. */
const SKIPPED = /^(?:[A-Za-z0-9-]+\.)?(?:PHOTO|LOGO|SOUND|KEY)[;:]/i

/** Folded lines are one; a soft line break of quoted-printable has no space before what follows. */
function logicalLines(text: string): readonly string[] {
  const lines: string[] = []
  let last: string | undefined
  let [quoted, skipped] = [false, false]
  for (const line of text.split(/\r\n|\r|\n/)) {
    const soft = quoted && last?.endsWith("=") === true
    if (last !== undefined && (soft || /^[ \t]/.test(line))) {
      last = line
      const before = skipped ? undefined : lines.pop()
      if (before !== undefined)
        lines.push(soft ? before.slice(0, -1) + line : before + line.slice(1))
      continue
    }
    last = line
    quoted = isQuoted(line)
    skipped = SKIPPED.test(line)
    if (!skipped) lines.push(line)
  }
  return lines
}

function isQuoted(line: string): boolean {
  return /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i.test(line.slice(0, 200))
}

/** "item1.EMAIL;TYPE=work:a@b" without its group; colons within quotes belong to the parameter. */
function propertyOf(line: string): Property | undefined {
  const found = /^(?:[A-Za-z0-9-]+\.)?([A-Za-z0-9-]+)((?:;(?:"[^"]*"|[^":])*)?):(.*)$/.exec(line)
  if (found === null) return undefined
  const [, name = "", parameters = "", raw = ""] = found
  const value = isQuoted(line) ? unquoted(raw, parameters) : raw
  return { name: name.toUpperCase(), parameters, value }
}

function unquoted(text: string, parameters: string): string {
  const bytes: number[] = []
  for (let at = 0; at < text.length; at++) {
    const code = /^=([0-9A-Fa-f]{2})/.exec(text.slice(at, at + 3))?.[1]
    if (code !== undefined) {
      bytes.push(parseInt(code, 16))
      at += 2
    } else bytes.push(...new TextEncoder().encode(text[at]))
  }
  const charset = /CHARSET="?([A-Za-z0-9_-]+)/i.exec(parameters)?.[1] ?? "utf-8"
  return decoderOf(charset).decode(new Uint8Array(bytes))
}

function decoderOf(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset)
  } catch {
    return new TextDecoder("utf-8")
  }
}

function entryOf(card: readonly Property[]): RawEntry {
  const values = (name: string) => card.filter((one) => one.name === name).map(({ value }) => value)
  const first = (name: string) => values(name)[0]
  const [familyName, givenName] = parts(first("N") ?? "")
  const address = addressOf(card)
  return {
    emails: values("EMAIL").map((value) => value.replace(/^mailto:/i, "")),
    familyName,
    givenName,
    fullName: text(first("FN")),
    profession: text(first("TITLE") ?? first("ROLE")),
    rpps: first("X-RPPS"),
    town: address[3],
    postalCode: address[5],
  }
}

/** The one of work, if any says so. */
function addressOf(card: readonly Property[]): readonly string[] {
  const all = card.filter(({ name }) => name === "ADR")
  const work = all.find(({ parameters }) => /\bwork\b/i.test(parameters)) ?? all[0]
  return parts(work?.value ?? "")
}

/** Parts between semicolons that are not escaped. */
function parts(value: string): readonly string[] {
  return value.split(/(?<!\\);/).map((part) => text(part) ?? "")
}

function text(value: string | undefined): string | undefined {
  return value?.replace(/\\n/gi, " ").replace(/\\([,;\\:])/g, "$1")
}
