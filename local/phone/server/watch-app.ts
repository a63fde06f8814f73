// Decides what happens while somebody edits the running mini program: it comes to the phones.
import { relative } from 'node:path'
import type { PhoneLine } from './phone-line'
import type { RunningApp } from './running-app'
import { isAsset, watchFolder } from './watch-folder'

/** What a change came to. */
export interface Change {
  files: string[]
  /** `file:line:column: message`; then the phones keep what they had. */
  faults: string[]
  /** From the first word of the change until it was compiled, and until every phone showed it (ms). */
  compiledMs: number
  shownMs: number
}

/** Starts the app again on every phone that is on. */
export async function restartPhones(lines: PhoneLine[]): Promise<void> {
  await Promise.all(
    lines
      .filter((line) => line.isConnected)
      .map(async (line) => {
        line.forgetReady()
        const ready = line.whenReady()
        await line.request('Phone.restart')
        await ready
      }),
  )
}

/** Watches the app; one change is dealt with after the other. */
export function watchApp(
  app: RunningApp,
  lines: () => PhoneLine[],
  onChange: (change: Change) => void,
): { close(): void } {
  let working = app.warmUp().catch(() => undefined)
  let broken = false

  const take = async (files: string[]) => {
    const started = performance.now()
    const update = await app.update()
    const compiledMs = performance.now() - started
    const faults = update.is === 'broken' ? update.faults : []
    if (update.is === 'new' || (update.is === 'same' && files.some(isAsset))) await restartPhones(lines())
    else if (broken || faults.length > 0) await showFaults(lines(), faults)
    else return
    broken = faults.length > 0
    onChange({ files, faults, compiledMs, shownMs: performance.now() - started })
  }
  const watcher = watchFolder(app.root, (files) => {
    working = working.then(() => take(files)).catch((error: Error) => console.error(error.message))
  })
  return watcher
}

async function showFaults(lines: PhoneLine[], faults: string[]): Promise<void> {
  const on = lines.filter((line) => line.isConnected)
  await Promise.all(on.map((line) => line.request('Phone.showFaults', { faults })))
}

/** A change in one line, or its faults. */
export function describeChange({ files, faults, compiledMs, shownMs }: Change, root: string): string {
  if (faults.length > 0) return [...faults, 'The phones keep what they had.'].join('\n')
  const names = files.map((file) => relative(root, file)).join(', ')
  return `${names}: compiled in ${Math.round(compiledMs)} ms, on the phones after ${Math.round(shownMs)} ms`
}
