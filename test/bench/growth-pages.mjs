// Decides how long the leaders' pages take of a grown school, beside a function that does nothing.

/** Rounds of each, page and empty function in turn; the median is shown. */
const ROUNDS = 7

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

const PAGES = [
  ['statistics.read term', 'statistics.read', ({ SCHOOL }) => ({ schoolId: SCHOOL, range: 'term' })],
  ['statistics.read year', 'statistics.read', ({ SCHOOL }) => ({ schoolId: SCHOOL, range: 'year' })],
  ['today.read principal', 'today.read', ({ SCHOOL, keyOf }) => ({ identity: keyOf('principal', SCHOOL) })],
]

/** Server time: from the call's arrival in the cloud to its answer. */
async function spend(school, name, call) {
  await school.cloud.control('counters.reset')
  await call()
  const { [name]: counted } = (await school.cloud.control('counters.read')).actions
  const calls = Object.values(counted.database).reduce((total, count) => total + count, 0)
  return { ms: counted.milliseconds, calls, read: counted.rowsRead }
}

export async function measurePages(school, given) {
  for (const [title, action, inputOf] of PAGES) {
    const [pages, empties] = [[], []]
    for (let round = 0; round < ROUNDS; round++) {
      pages.push(await spend(school, action, () => school.get(given.PRINCIPAL, action, inputOf(given))))
      empties.push(await spend(school, 'empty', () => school.cloud.call(given.PRINCIPAL, 'empty', {})))
    }
    const [page, empty] = [median(pages.map(({ ms }) => ms)), median(empties.map(({ ms }) => ms))]
    const { calls, read } = pages[0]
    console.log(
      `  ${title}: ${calls} calls, ${read} rows, ${page.toFixed(0)} ms, empty function ${empty.toFixed(1)} ms: ${(page / empty).toFixed(0)} times`,
    )
  }
}
