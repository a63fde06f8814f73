// Decides nothing: proves isolation against a model that copies the whole state at the start of a transaction.
import { removeFolder } from '../cloud-process'
import fc from 'fast-check'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CloudDatabase } from '../../../local/cloud/database/database'
import { Store } from '../../../local/cloud/database/store'

const UNCOUNTED = { read: () => undefined, written: () => undefined }
const CLIENTS = 4
const KEYS = ['x', 'y', 'z']

/** What one step did, in words both sides can speak. */
type Outcome = string

interface WholeStep {
  client: number
  kind: 'start' | 'commit' | 'abort' | 'list'
}
interface DocumentStep {
  client: number
  kind: 'get' | 'remove' | 'add' | 'increment' | 'set'
  key: string
  /** Not in the client's transaction, even if it has one. */
  outside: boolean
}
type Step = WholeStep | DocumentStep

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ client: fc.nat(CLIENTS - 1), kind: fc.constantFrom('start', 'commit', 'abort', 'list') }),
  },
  {
    weight: 7,
    arbitrary: fc.record({
      client: fc.nat(CLIENTS - 1),
      kind: fc.constantFrom('get', 'remove', 'add', 'increment', 'set'),
      key: fc.constantFrom(...KEYS),
      outside: fc.boolean(),
    }),
  },
)

/** The real database, driven as the wire drives it. */
class Subject {
  private readonly open = new Map<number, string>()

  constructor(readonly database: CloudDatabase) {}

  async take(step: Step): Promise<Outcome> {
    try {
      return await this.carryOut(step)
    } catch (error) {
      const words = (error as Error).message
      if (/TransactionConflict/.test(words)) return 'conflict'
      if (/TransactionNotExist/.test(words)) return 'gone'
      if (/E11000/.test(words)) return 'duplicate'
      throw error
    }
  }

  state(): string {
    const { documents } = this.database.find(UNCOUNTED, 't', { filter: {} })
    return JSON.stringify(documents.map(({ _id, n }) => [_id, n]).sort())
  }

  private carryOut(step: Step): Promise<Outcome> | Outcome {
    const id = this.open.get(step.client)
    return 'key' in step ? this.onDocument(step, step.outside ? undefined : id) : this.onWhole(step, id)
  }

  private onWhole({ kind, client }: WholeStep, id: string | undefined): Outcome {
    const { transactions } = this.database
    if (kind === 'start') {
      // A second start gives the first up; it may be over already.
      if (id !== undefined) swallow(() => transactions.abort(id))
      this.open.set(client, transactions.start())
      return 'started'
    }
    if (kind === 'commit') return `committed ${transactions.commit(id ?? 'none') >= 0}`
    if (kind === 'abort') {
      transactions.abort(id ?? 'none')
      return 'aborted'
    }
    const { documents } = this.database.find(UNCOUNTED, 't', { filter: { n: { $gte: 0 } } }, id)
    return JSON.stringify(documents.map(({ _id, n }) => [_id, n]).sort())
  }

  private async onDocument(step: DocumentStep, transaction: string | undefined): Promise<Outcome> {
    const { database } = this
    const filter = { _id: step.key }
    if (step.kind === 'get') {
      const [found] = database.find(UNCOUNTED, 't', { filter }, transaction).documents
      return `got ${String(found?.['n'])}`
    }
    if (step.kind === 'add') {
      await database.insert(UNCOUNTED, 't', [{ _id: step.key, n: 100 }], transaction)
      return 'added'
    }
    if (step.kind === 'remove') return `removed ${await database.remove(UNCOUNTED, 't', filter, false, transaction)}`
    const replace = step.kind === 'set'
    const data = replace ? { n: 7 } : { $inc: { n: 1 } }
    const request = { filter, data, multi: false, merge: !replace, upsert: replace }
    const { updated, upsertId } = await database.modify(UNCOUNTED, 't', request, transaction)
    return `changed ${upsertId === undefined ? updated : 'new'}`
  }
}

interface ModelTransaction {
  snapshot: Map<string, number> | undefined
  versions: Map<string, number>
  writes: Map<string, number | undefined>
  waiting: (() => void)[]
}

/** The same, by copying: a snapshot is a copy of the state, a lock is a write that is not committed. */
class Model {
  private readonly state = new Map<string, number>()
  private readonly versions = new Map<string, number>()
  private readonly open = new Map<number, ModelTransaction>()
  private readonly ever = new Set<number>()

  take(step: Step): Outcome | Promise<Outcome> {
    const { client } = step
    if (step.kind === 'start') {
      this.finish(client)
      this.open.set(client, { snapshot: undefined, versions: new Map(), writes: new Map(), waiting: [] })
      this.ever.add(client)
      return 'started'
    }
    const mine = this.open.get(client)
    const inside =
      'outside' in step ? !step.outside && this.ever.has(client) : this.ever.has(client) || step.kind !== 'list'
    if (inside && !mine) return 'gone'
    if (mine && inside && !mine.snapshot) [mine.snapshot, mine.versions] = [new Map(this.state), new Map(this.versions)]
    if (step.kind === 'commit' || step.kind === 'abort') {
      if (mine && step.kind === 'commit') for (const [key, value] of mine.writes) this.put(key, value)
      this.finish(client)
      return step.kind === 'commit' ? 'committed true' : 'aborted'
    }
    if (!('key' in step)) {
      const seen = KEYS.map((key) => [key, this.see(inside ? mine : undefined, key)] as const)
      return JSON.stringify(seen.filter(([, n]) => n !== undefined))
    }
    return inside && mine ? this.within(client, mine, step.kind, step.key) : this.outside(step.kind, step.key)
  }

  shown(): string {
    return JSON.stringify([...this.state].sort())
  }

  private within(client: number, mine: ModelTransaction, kind: string, key: string): Outcome {
    const now = this.see(mine, key)
    const [outcome, next] = decide(kind, now)
    if (next === NOTHING) return outcome
    const locked = [...this.open.values()].some((other) => other !== mine && other.writes.has(key))
    if (locked || this.versions.get(key) !== mine.versions.get(key)) {
      this.finish(client)
      return 'conflict'
    }
    mine.writes.set(key, next)
    return outcome
  }

  private outside(kind: string, key: string): Outcome | Promise<Outcome> {
    const [outcome, next] = decide(kind, this.state.get(key))
    // An insert is tried before it is known whether the key is taken, so that it waits as well.
    const holder =
      next === NOTHING && kind !== 'add' ? undefined : [...this.open.values()].find((one) => one.writes.has(key))
    if (holder) {
      return new Promise((resolve) => holder.waiting.push(() => resolve(this.outside(kind, key))))
    }
    if (next !== NOTHING) this.put(key, next)
    return outcome
  }

  private see(mine: ModelTransaction | undefined, key: string): number | undefined {
    if (!mine) return this.state.get(key)
    return mine.writes.has(key) ? mine.writes.get(key) : mine.snapshot?.get(key)
  }

  private put(key: string, value: number | undefined): void {
    this.versions.set(key, (this.versions.get(key) ?? 0) + 1)
    if (value === undefined) this.state.delete(key)
    else this.state.set(key, value)
  }

  private finish(client: number): void {
    const waiting = this.open.get(client)?.waiting ?? []
    this.open.delete(client)
    waiting.forEach((retry) => retry())
  }
}

const NOTHING = Symbol('nothing to write')

/** What an operation answers, and the value it leaves. */
function decide(kind: string, now: number | undefined): [Outcome, number | undefined | typeof NOTHING] {
  if (kind === 'get') return [`got ${String(now)}`, NOTHING]
  if (kind === 'add') return now === undefined ? ['added', 100] : ['duplicate', NOTHING]
  if (kind === 'remove') return now === undefined ? ['removed 0', NOTHING] : ['removed 1', undefined]
  if (kind === 'set')
    return now === undefined ? ['changed new', 7] : now === 7 ? ['changed 1', NOTHING] : ['changed 1', 7]
  return now === undefined ? ['changed 0', NOTHING] : ['changed 1', now + 1]
}

let directory: string
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'class-pact-isolation-'))
})
afterAll(() => removeFolder(directory))

test('given four clients that interleave at random, every answer and every state is the model’s', async () => {
  const store = new Store(join(directory, 'isolation.sqlite'))
  store.catalog.addCollection('t')
  let run = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 60 }), async (steps) => {
      const database = new CloudDatabase(store)
      await database.remove(UNCOUNTED, 't', {}, true)
      run++
      const [subject, model] = [new Subject(database), new Model()]
      const pending: [Promise<Outcome>, Promise<Outcome>][] = []
      for (const one of steps) {
        const [real, expected] = [subject.take(one), Promise.resolve(model.take(one))]
        pending.push([real, expected])
        await settleMicrotasks()
        expect(subject.state()).toBe(model.shown())
      }
      database.transactions.expireAll()
      for (let client = 0; client < CLIENTS; client++) void model.take({ client, kind: 'abort' })
      for (const [real, expected] of pending) expect(await real).toBe(await expected)
    }),
    { numRuns: 400 },
  )
  expect(run).toBeGreaterThanOrEqual(400)
  store.close()
})

function swallow(work: () => void): void {
  try {
    work()
  } catch (error) {
    if (!/TransactionNotExist/.test((error as Error).message)) throw error
  }
}

function settleMicrotasks(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}
