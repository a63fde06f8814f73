// Decides when an app is at rest: nothing it asked for is unanswered, nothing loads, no timer is about to run.

/** Timers from this length on are not waited for (ms). */
const LASTING_MS = 1000
/** So many turns of the browser in which nothing began or ended, and nothing was drawn. */
const QUIET_TURNS = 5
/** An app that is never at rest is not waited for. */
const TURNS_MOST = 10_000

class AtWork {
  private open = 0
  private changes = 0

  /** Something begins; gives a function that tells of its end. */
  begin(): () => void {
    let isOver = false
    this.open += 1
    this.changes += 1
    return () => {
      if (isOver) return
      isOver = true
      this.open -= 1
      this.changes += 1
    }
  }

  /** Something happened that has no length. */
  touch(): void {
    this.changes += 1
  }

  /** Follows a timer; gives its call-back, and a function for when it is taken back. */
  followTimer(delay: number, run: () => void): { run: () => void; forget: () => void } {
    const forget = delay < LASTING_MS ? this.begin() : () => undefined
    return { run: () => (forget(), run()), forget }
  }

  /** @param asking how many calls wait for a person, who is not waited for */
  async rest(asking: () => number): Promise<void> {
    let [quiet, seen] = [0, this.changes]
    for (let turn = 0; turn < TURNS_MOST && quiet < QUIET_TURNS; turn += 1) {
      await new Promise((resolve) => setTimeout(resolve))
      quiet = this.open > asking() || this.changes !== seen ? 0 : quiet + 1
      seen = this.changes
    }
  }
}

/** One phone, one app. */
export const atWork = new AtWork()
