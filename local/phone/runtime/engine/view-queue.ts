// Decides when the document learns what the app did: in a later task, everything in its order.

import { atWork } from './at-work'
import { taskTime } from '../score/task-time'

/** What waits for the document. */
class ViewQueue {
  /** Told how long one drawing took (ms). */
  onDrawn: (milliseconds: number) => void = () => undefined
  private changes: (() => void)[] = []
  private listeners: (() => void)[] = []
  private scheduled = false
  private readonly channel = new MessageChannel()

  constructor(private readonly reportFault: (error: unknown) => void) {
    this.channel.port1.onmessage = () => this.draw()
  }

  /** Does something to the document, or asks it something, after all that was done before. */
  post(change: () => void): void {
    this.changes.push(change)
    this.schedule()
  }

  /** Runs when the document has everything that was done up to now. */
  whenDrawn(run: () => void): void {
    const resume = taskTime.keep()
    this.listeners.push(() => {
      resume()
      run()
    })
    this.schedule()
  }

  private schedule(): void {
    if (this.scheduled) return
    this.scheduled = true
    this.channel.port2.postMessage(undefined)
  }

  private draw(): void {
    this.scheduled = false
    atWork.touch()
    const [changes, listeners] = [this.changes, this.listeners]
    this.changes = []
    this.listeners = []
    const started = performance.now()
    for (const change of changes) this.run(change)
    if (changes.length > 0) this.onDrawn(performance.now() - started)
    for (const listener of listeners) this.run(listener)
  }

  /** One fault keeps nothing else from being drawn. */
  private run(step: () => void): void {
    try {
      step()
    } catch (error) {
      this.reportFault(error)
    }
  }
}

/** One phone is one document. */
export const view = new ViewQueue((error) => reportError(error))
