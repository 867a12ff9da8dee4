import { ApiProblem } from "../api/problem"

const ATTEMPTS = 6
const FIRST_WAIT = 250

/**
 * The attachment-service hears of new members and messages a moment after they are accepted, and
 * until then answers 404: asked again for a few seconds before that is believed.
 */
export async function settled<T>(
  clock: { readonly sleep: (milliseconds: number) => Promise<void> },
  work: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work()
    } catch (error) {
      const early = error instanceof ApiProblem && error.status === 404
      if (!early || attempt === ATTEMPTS) throw error
      await clock.sleep(FIRST_WAIT * 2 ** (attempt - 1))
    }
  }
}
