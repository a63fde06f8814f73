// Decides how an error travels: a CloudBase code and the backend's words, sent with HTTP 200.

/** An error the way CloudBase's backend reports it. The code is what an SDK matches on, the message what a person reads. */
export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
    this.name = 'CloudError'
  }
}

/** The request names something this cloud does not have or does not emulate; never ignored, always refused by name. */
export function refuseUnsupported(what: string): CloudError {
  return new CloudError('INVALID_PARAM', `The local cloud does not support ${what}.`)
}

export function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
