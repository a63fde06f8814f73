// Decides whether a user has opened the mini program lately: the content check refuses everyone else with 61010.
import { VISIT_WINDOW_MS } from '../limits'

export class Visits {
  private readonly last = new Map<string, number>()

  constructor(private readonly now: () => number) {}

  record(openid: string): void {
    this.last.set(openid, this.now())
  }

  isRecent(openid: string): boolean {
    const visit = this.last.get(openid)
    return visit !== undefined && this.now() - visit <= VISIT_WINDOW_MS
  }
}
