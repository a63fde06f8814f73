// Decides how a process of this machine ends: once, on any signal, with what it started.

/** How often a process looks whether the one that started it is still there. */
const LOOK_MS = 1_000
/** How long stopping may take before the process ends anyway. */
const STOP_MS = 5_000

/** A signal to npm ends npm and its shell, and a crash ends a test, but not us: nobody would be left to stop this process. */
function stopWithParent(stop: () => void): void {
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && stop(), LOOK_MS).unref()
}

/**
 * Stops everything once, however often it is asked, and never hangs.
 * @param withParent true for a process that a test or npm started
 */
export function stopOnSignal(starting: Promise<{ close(): Promise<void> }>, withParent: boolean): void {
  let stopping = false
  const stop = () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), STOP_MS).unref()
    starting
      .then((started) => started.close())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      )
  }
  process.on('SIGINT', stop).on('SIGTERM', stop).on('SIGHUP', stop)
  if (withParent || process.env['npm_lifecycle_event'] !== undefined) stopWithParent(stop)
}
