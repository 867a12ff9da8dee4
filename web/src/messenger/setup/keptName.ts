const KEY = "liaison.device-name"

/** The name typed before a fresh login is asked for; it survives leaving the page and nothing more. */
export function keepDeviceName(name: string): void {
  try {
    sessionStorage.setItem(KEY, name)
  } catch {
    // No storage: the proposed name is shown again.
  }
}

export function keptDeviceName(): string | undefined {
  try {
    return sessionStorage.getItem(KEY) ?? undefined
  } catch {
    return undefined
  }
}

export function forgetDeviceName(): void {
  try {
    sessionStorage.removeItem(KEY)
  } catch {
    // Nothing was kept.
  }
}
