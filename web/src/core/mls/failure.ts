/**
 * Why an MLS operation was refused. `malformed` not MLS at all; `invalid` breaks the protocol or does
 * not decrypt; `credential` somebody is not certified; `no-key-package` a welcome that is not for us.
 */
export type MlsFailureKind = "malformed" | "invalid" | "credential" | "no-key-package"

export class MlsFailure extends Error {
  constructor(
    readonly kind: MlsFailureKind,
    options?: ErrorOptions,
  ) {
    super(kind, options)
    this.name = "MlsFailure"
  }
}

/** Whatever ts-mls throws becomes one failure: its messages may quote input, so they go no further. */
export async function guarded<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof MlsFailure) throw cause
    throw new MlsFailure("invalid", { cause })
  }
}
