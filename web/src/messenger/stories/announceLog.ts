/** Everything the polite region says from now on. */
export function announceLog(): () => readonly string[] {
  const region = document.querySelector("[aria-live=polite]")
  if (region === null) throw new Error("no polite region")
  const said: string[] = []
  new MutationObserver(() => {
    const text = region.textContent.replaceAll("\u00a0", " ")
    if (text !== "" && said.at(-1) !== text) said.push(text)
  }).observe(region, { childList: true, subtree: true, characterData: true })
  return () => said
}
