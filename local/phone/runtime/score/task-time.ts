// Decides what time it is for an app on a phone that is never slow: only what the app itself waits for takes time.

/** Between one thing a person does and the next (ms): enough for what it set going to be over. */
const PERSON_MS = 2000

/** Never within anything that the app does. */
const BY_ITSELF = ['load', 'error', 'scroll', 'transitionend', 'animationstart', 'animationend'] as const

/**
 * A clock that a busy machine cannot change: a timer's call-back runs exactly when it was asked for, an answer comes at
 * once, and whatever goes on from there happens at the same moment.
 */
class TaskTime {
  now = 0
  private latest = 0

  /** Something begins: somebody touches the phone, goes to another page, moves a switch. */
  act(): void {
    this.latest = Math.max(this.latest, this.now) + PERSON_MS
    this.now = this.latest
  }

  /**
   * Hears what the browser tells by itself, such as the end of a transition: nobody can say what it follows from, so each is
   * a moment of its own, and none falls into whichever moment happened to be the last.
   */
  hearBrowser(root: EventTarget): void {
    for (const type of BY_ITSELF)
      root.addEventListener(type, ({ isTrusted }) => isTrusted && this.act(), { capture: true })
  }

  /** Wraps a timer's call-back; one that comes again and again is due that much later each time. */
  follow(delay: number, run: () => void): () => void {
    let due = this.now
    return () => {
      due += Math.max(0, delay)
      this.now = due
      run()
    }
  }

  /** Gives a function that brings back the moment at which it was asked for. */
  keep(): () => void {
    const { now } = this
    return () => {
      this.now = now
    }
  }
}

/** One phone, one clock. */
export const taskTime = new TaskTime()
