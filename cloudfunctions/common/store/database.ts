// Decides how a function talks to the database: bounded in time, tried again only when the fault is passing.
import { cloud } from '../cloud'

/** A missing document is an answer, not an exception. */
export const database = cloud.database({ throwOnNotFound: false } as { env?: string })

/** One database call may take this long, milliseconds; a function lives 20 s (config.json). */
const CALL_MS = 5_000
const TRIES = 3
/** Pause before the next try: at least this, at most four times this, milliseconds. */
const PAUSE_MS = 40

/** Codes and words CloudBase uses for faults that pass (facts: cloudbase.md 2). */
const PASSING =
  /TransactionConflict|TransactionBusy|TRANSACTION_CONFLICT|WriteConflict|ECONNRESET|ECONNREFUSED|EPIPE|socket hang up|REQUEST_LIMIT|ResourceUnavailable|SYSTEM_ERROR/i
const DUPLICATE = /E11000|DATABASE_DUPLICATE_WRITE/

class DatabaseTimeout extends Error {
  override name = 'DatabaseTimeout'
}

function describe(failure: unknown): string {
  const { code, errCode, errMsg, message } = (failure ?? {}) as Record<string, unknown>
  return [code, errCode, errMsg, message].filter(Boolean).join(' ')
}

/** A unique index or an _id refused the write: the document is there already. */
export function isDuplicate(failure: unknown): boolean {
  return DUPLICATE.test(describe(failure))
}

/**
 * Runs one database call. Passing faults are tried again, so a write may happen although its first answer was lost:
 * inserts carry their own _id and updates their own condition, and then a repeat changes nothing.
 * Errors: DatabaseTimeout; whatever the SDK throws.
 */
export async function attempt<Result>(call: () => Promise<Result>): Promise<Result> {
  for (let tried = 1; ; tried++) {
    try {
      return await withinTime(call())
    } catch (failure) {
      if (tried === TRIES || isDuplicate(failure) || !PASSING.test(describe(failure))) throw failure
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS * tried * (1 + Math.random())))
    }
  }
}

async function withinTime<Result>(work: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DatabaseTimeout('no answer in time')), CALL_MS)
  })
  try {
    return await Promise.race([work, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
