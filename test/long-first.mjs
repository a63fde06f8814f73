// Decides in which order test files run: the long ones first, so that no worker waits for the last of them alone.
import { statSync } from 'node:fs'

/** Files that take ten times as long as most; a fresh clone has no record of how long anything took. */
const LONG = ['e2e/score', 'e2e/main-job', 'cloud/year/new-year-races', 'cloud/scheduler', 'cloud/attack']

const rank = (path) => {
  const found = LONG.findIndex((part) => path.replaceAll('\\', '/').includes(`/test/${part}`))
  return found < 0 ? LONG.length : found
}

/** What jest asks of a sequencer; nothing is kept from run to run. */
export default class LongFirst {
  sort(tests) {
    const sized = tests.map((test) => ({ test, rank: rank(test.path), size: statSync(test.path).size }))
    return sized.sort((a, b) => a.rank - b.rank || b.size - a.size).map(({ test }) => test)
  }
  allFailedTests(tests) {
    return tests
  }
  cacheResults() {}
}
