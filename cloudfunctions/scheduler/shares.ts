// Decides how a minute's duties are spread when they are many: shares of schools, a run each, school by school in turn.
import type { Instant } from '@class-pact/core/contract'
import type { Steps } from '../common/call/duties'
import { readClock } from '../common/clock'
import { cloud } from '../common/cloud'
import { openCollection } from '../common/store/collection'
import { attempt } from './attempt'

/**
 * Runs at once besides the timer's own. More are no faster: together they already ask for what the smallest plan's database
 * answers in a second (docs/scale.md).
 */
const SHARES = 4
/** Schools that one run serves at the same time; each one's duties one after the other. */
const LANES = 4
/** Schools of one look; CloudBase gives at most 1,000 rows a call. */
const PAGE = 1_000
/** As long as a function can live: the SDK would give up after 15 s. */
const ANSWER_MS = 60_000

/** Which of the shares, which of the duties (by their place in the build), and until when. */
interface Share {
  share: number
  duties: number[]
  until: Instant
}

type Duties = NonNullable<Steps['duties']>

const schools = openCollection<{ _id: string }>('schools')

/** The share that a run was called to take; undefined: it was called for something else. */
export function readShare(event: unknown): Share | undefined {
  const { share, duties, until } = (event ?? {}) as Partial<Record<keyof Share, unknown>>
  if (typeof share !== 'number' || typeof until !== 'number' || !Array.isArray(duties)) return undefined
  return { share, until, duties: duties.filter((each): each is number => typeof each === 'number') }
}

/**
 * Calls the function itself, once a share. A run that can not be called, or dies, leaves its duties where they are: the next
 * minute finds them. Nobody has to know who takes what: claims decide (docs/adr/0031).
 * @returns how many duties they brought on
 */
export async function shareOut(crowded: number[], until: Instant): Promise<number> {
  if (crowded.length === 0) return 0
  const runs = Array.from({ length: SHARES }, (_, share) =>
    attempt(async () => {
      const request = { name: 'scheduler', data: { share, duties: crowded, until }, timeout: ANSWER_MS }
      const answer = (await cloud.callFunction(request)) as { result?: { brought?: number } } | undefined
      return answer?.result?.brought ?? 0
    }),
  )
  return (await Promise.all(runs)).reduce<number>((sum, brought) => sum + (brought ?? 0), 0)
}

/** Goes round the share's schools, some duties of each in turn, until none has any left or the time is over. */
export async function runShare(duties: Duties, share: Share, until: Instant): Promise<number> {
  const crowded = share.duties.flatMap((at) => duties[at] ?? [])
  const queue = await listSchools(share.share)
  let brought = 0
  const serve = async () => {
    for (let schoolId = queue.shift(); schoolId !== undefined; schoolId = queue.shift()) {
      if (readClock() >= until) return
      let own = 0
      for (const run of crowded) own += (await attempt(() => run(until, schoolId)))?.brought ?? 0
      brought += own
      // A school that had something to do may have more: it waits for its next turn behind all others.
      if (own > 0) queue.push(schoolId)
    }
  }
  await Promise.all(Array.from({ length: LANES }, serve))
  return brought
}

/** Every fourth school, and never the same for two shares. */
async function listSchools(share: number): Promise<string[]> {
  const ids: string[] = []
  for (;;) {
    const page = await schools.list<{ _id: string }>(
      {},
      { limit: PAGE, skip: ids.length, order: [['_id', 'asc']], fields: { _id: 1 } },
    )
    ids.push(...page.map(({ _id }) => _id))
    if (page.length < PAGE) return ids.filter((_, at) => at % SHARES === share)
  }
}
