const NO_BREAK = "\u00a0"

/** One sentence with the no-break spaces French typography asks for; ICU plural branches are left intact. */
export function frenchSentence(sentence: string): string {
  return sentence
    .replace(/ (?=[;:?!»%](?!\w))/g, NO_BREAK)
    .replace(/« /g, `«${NO_BREAK}`)
    .replace(/(?<=\d) (?=h\b|min\b|s\b|px\b)/g, NO_BREAK)
}

/** Applies {@link frenchSentence} to a whole catalogue, keeping its keys as literal types. */
export function french<Keys extends string>(
  sentences: Record<Keys, string>,
): Readonly<Record<Keys, string>> {
  const result = {} as Record<Keys, string>
  for (const key of Object.keys(sentences) as Keys[]) {
    result[key] = frenchSentence(sentences[key])
  }
  return result
}
