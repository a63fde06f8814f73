// Decides what a failure leaves in the function's log: what broke and where, never whom it was about.

/** Messages of the database quote the documents they fail on, so only names, codes and code places are kept. */
export function logFailure(action: string, requestId: string, failure: unknown): void {
  const { name, code, errCode, stack } = (failure ?? {}) as Record<string, unknown>
  const frames = typeof stack === 'string' ? stack.split('\n').filter((line) => /^\s+at /.test(line)) : []
  console.error(
    JSON.stringify({
      action,
      requestId,
      name,
      code: code ?? errCode,
      at: frames.slice(0, 5).map((line) => line.trim()),
    }),
  )
}
