// Decides how a test walks a register through one period: due, filled in, counted, refused, overdue elsewhere.
import { beijingDay } from '@class-pact/core/calendar'
import type { DueRow, FieldAnswer, RegisterDesk, RegisterSheet } from '@class-pact/core/contract'
import { REGISTERS, type Register } from '@class-pact/core/register'
import { CLASS, OTHER_CLASS, OTHER_HEAD_TEACHER, PRINCIPAL, SCHOOL, childId, keyOf, motherOf } from '../../given-school'
import { answerFields, spoil } from './answer-fields'
import {
  DEVICE,
  FRESH_DEVICE,
  ROOM,
  idsOf,
  identityAt,
  personAt,
  strangersTo,
  timesOf,
  type Keeping,
} from './given-catalogue'

/** One register, and the child that it is filled in about where it is about one. */
export interface Walk {
  id: string
  register: Register
  child: string
}

const FORBIDDEN = { error: { code: 'FORBIDDEN' } }
const isOfNoClass = ({ about }: Register) => about === 'school' || about === 'teacher' || about === 'room'
const isAboutChild = ({ about }: Register) => about === 'child' || about === 'family'
const TEACHING: readonly RegisterDesk[] = ['head_teacher', 'teacher']
/** One of the whole school is enough: it is about it, or so many are asked of an office. */
const isSchools = ({ about, quota, parts }: Register) =>
  quota?.per === 'filler' ? !parts[0].by.some((desk) => TEACHING.includes(desk)) : about === 'school'
/** What they share is the head teacher's. */
const deskOf = (by: readonly RegisterDesk[]): RegisterDesk =>
  by.find((desk) => desk === 'head_teacher') ?? by[0] ?? 'office'
/** Whose duty it is, or who may fill it in at any time. */
const hasDuty = ({ period, quota }: Register) => period.kind !== 'event' && quota?.per !== 'rate'

class Walker {
  constructor(
    readonly school: Keeping,
    readonly walk: Walk,
  ) {}

  get #place() {
    const { id, register, child } = this.walk
    return {
      ...{ register: id, schoolId: SCHOOL },
      ...(!isOfNoClass(register) && { classId: CLASS }),
      ...(isAboutChild(register) && { childId: child }),
    }
  }

  who(by: readonly RegisterDesk[]): string {
    return personAt(deskOf(by), this.walk.child)
  }

  async dueOf(by: readonly RegisterDesk[]) {
    const { child } = this.walk
    const identity = identityAt(deskOf(by), child) ?? (await this.school.identityOf(this.who(by)))
    return this.school.get(this.who(by), 'register.due', { identity })
  }

  rowIn(rows: readonly DueRow[], slot?: string): DueRow | undefined {
    const { id, child } = this.walk
    return rows.find(
      (row) =>
        row.register === id &&
        !row.part &&
        (slot === undefined || row.slot === slot) &&
        (!row.subject || row.subject.id === child),
    )
  }

  /** (1) Whoever fills it in has it due, or under what can be filled in at any time. */
  async expectDue(): Promise<DueRow | undefined> {
    const { register, id } = this.walk
    const due = await this.dueOf(register.parts[0].by)
    if (!hasDuty(register)) {
      expect(due.open.map((line) => line.register)).toContain(id)
      return undefined
    }
    const row = due.rows.filter((each) => this.rowIn([each])).at(-1)
    expect(row).toMatchObject({ title: register.title, area: register.area, state: 'due' })
    return row
  }

  async #sheet(who: string): Promise<RegisterSheet> {
    return this.school.get(who, 'register.read', { ...this.#place, ...(await this.#subject(who)) })
  }

  /** A thing is chosen among those that are there; a colleague is the last of those who can be. */
  async #subject(who: string): Promise<{ subject?: string }> {
    const { id, register } = this.walk
    if (register.about === 'device') return { subject: id === 'device-handover' ? FRESH_DEVICE : DEVICE }
    if (register.about === 'room') return { subject: ROOM }
    if (register.about !== 'teacher') return {}
    const { subjects, people = [] } = await this.school.get(who, 'register.read', this.#place)
    const last = (subjects ?? people).at(-1)
    return last ? { subject: last.id } : {}
  }

  /** (2) (6) Every part is done by its desk, in order; what is missing is named. */
  async fill(): Promise<RegisterSheet> {
    const { school, walk } = this
    const [first, ...later] = walk.register.parts
    const who = this.who(first.by)
    const empty = await this.#sheet(who)
    expect(empty).toMatchObject({ version: 0, state: 'open', articles: expect.any(Array) as unknown })
    expect(empty.parts.map(({ id, mine }) => [id, mine])[0]).toEqual(['fill', true])
    const asked = { ...this.#place, ...(await this.#subject(who)), slot: empty.slot, version: 0 }
    const answers = await this.#answers(first.fields, who, empty)
    const spoilt = spoil(first.fields, answers)
    const refused = await school.ask(who, 'register.write', { ...asked, answers: spoilt.answers })
    expect(refused).toMatchObject({ error: { code: 'INPUT_INVALID', field: spoilt.field } })
    await this.#refused((stranger) => school.ask(stranger, 'register.write', { ...asked, answers }))
    let sheet = await school.get(who, 'register.write', { ...asked, answers })
    for (const part of later) sheet = await this.#doPart(part, sheet)
    expect(sheet.state).toBe('done')
    return sheet
  }

  async #doPart(part: Register['parts'][number], { entryId = '' }: RegisterSheet): Promise<RegisterSheet> {
    const { school } = this
    const who = this.who(part.by)
    const sheet = await school.get(who, 'entry.read', { schoolId: SCHOOL, entryId })
    expect(sheet.parts.find(({ id }) => id === part.id)).toMatchObject({ mine: true })
    const answers = await this.#answers(part.fields, who, sheet)
    const asked = { schoolId: SCHOOL, entryId, part: part.id, version: sheet.version }
    const spoilt = spoil(part.fields, answers)
    const refused = await school.ask(who, 'entry.part', { ...asked, answers: spoilt.answers })
    expect(refused).toMatchObject({ error: { code: 'INPUT_INVALID', field: spoilt.field } })
    await this.#refused((stranger) => school.ask(stranger, 'entry.part', { ...asked, answers }))
    return school.get(who, 'entry.part', { ...asked, answers })
  }

  #answers(fields: Register['parts'][number]['fields'], who: string, sheet: RegisterSheet): Promise<FieldAnswer[]> {
    return answerFields(fields, { school: this.school, who, sheet, today: beijingDay(sheet.now) })
  }

  /** (3) It counts for whoever fills it in and for the leaders, and stands in the table. */
  async expectCounted(before: DueRow | undefined, { entryId = '' }: RegisterSheet): Promise<void> {
    const { school, walk } = this
    const { id, register } = walk
    if (before) {
      const after = this.rowIn((await this.dueOf(register.parts[0].by)).rows, before.slot)
      expect(after).toMatchObject({ done: before.done + 1, needed: before.needed })
      expect(after?.state).toBe(before.needed === before.done + 1 ? 'done' : 'due')
    }
    const list = { register: id, schoolId: SCHOOL }
    const table = await school.get(PRINCIPAL, 'register.table', list)
    expect(table.rows).toContainEqual(expect.objectContaining({ entryId, state: 'done' }))
    const summary = await school.get(PRINCIPAL, 'register.summary', list)
    expect(summary.lines.reduce((sum, { done }) => sum + done, 0)).toBeGreaterThanOrEqual(1)
    if (!register.grid) return
    const { classId } = this.#place as { classId?: string }
    const ofChildren = isAboutChild(register) && { classId }
    const grid = await school.get(this.who(register.parts[0].by), 'register.grid', { ...list, ...ofChildren })
    expect(grid.lines.map((line) => line.entryId)).toContain(entryId)
  }

  /** (4) What class B has to do is not done by it. */
  async expectUntouched(): Promise<void> {
    const { register } = this.walk
    if (!hasDuty(register) || !register.parts[0].by.includes('head_teacher')) return
    const identity = keyOf('head_teacher', OTHER_CLASS)
    const { rows } = await this.school.get(OTHER_HEAD_TEACHER, 'register.due', { identity })
    expect(rows.filter((row) => row.register === this.walk.id).at(-1)).toMatchObject({ done: 0 })
  }

  /** (5) Whoever has nothing to do with it learns nothing of it, and of what is private no office that does no part of it. */
  async expectForbidden({ entryId = '' }: RegisterSheet): Promise<void> {
    const { school } = this
    await this.#refused((who) => school.ask(who, 'register.read', this.#place))
    await this.#refused((who) => school.ask(who, 'entry.read', { schoolId: SCHOOL, entryId }))
    await this.#refused((who) => school.ask(who, 'register.table', this.#place))
  }

  /** As if it were not there, whoever of the wrong ones asks. */
  async #refused(ask: (who: string) => Promise<object>): Promise<void> {
    const wrong = strangersTo(this.walk.register, this.walk.child)
    const replies = await Promise.all(wrong.map(async (who) => ({ who, ...(await ask(who)) })))
    expect(replies).toMatchObject(wrong.map((who) => ({ who, ...FORBIDDEN })))
  }

  /** (4) When its time is over, a leader sees who has not done it; whoever has, is not asked again. */
  async expectBehind(): Promise<void> {
    const { school, walk } = this
    const { register, id } = walk
    const { slot } = timesOf(register)
    const identity = keyOf('principal', SCHOOL)
    const { rows } = await school.get(PRINCIPAL, 'register.due', { identity })
    const behind = rows.filter((row) => row.register === id && row.slot === slot && row.state === 'overdue')
    if (isSchools(register)) {
      expect(behind).toEqual([])
      return
    }
    if (register.parts[0].by.every((desk) => desk === 'guardian')) {
      const other = childId(OTHER_CLASS, 0)
      const family = await school.get(motherOf(other), 'register.due', { identity: keyOf('guardian', other) })
      expect(family.rows.filter((row) => row.register === id)).toMatchObject([{ state: 'overdue', done: 0 }])
      return
    }
    const [row] = behind
    expect(row).toMatchObject({ register: id, state: 'overdue' })
    expect(row?.done).toBeLessThan(row?.needed ?? 0)
    if (register.about !== 'class' || !register.parts[0].by.includes('head_teacher')) return
    const other = await school.get(OTHER_HEAD_TEACHER, 'register.due', {
      identity: keyOf('head_teacher', OTHER_CLASS),
    })
    expect(other.rows.filter((each) => each.register === id && each.slot === row?.slot)).toMatchObject([
      { state: 'overdue', done: 0 },
    ])
  }
}

/** A step of a walk, and when it is made: all walks of a school go forward with one clock. */
export interface Step extends Walk {
  name: string
  at: number
  kind: 'filled' | 'behind'
}

export function stepsOf(walks: readonly Walk[]): Step[] {
  return walks
    .flatMap((walk): Step[] => {
      const { at, late } = timesOf(walk.register)
      const { keeps, title } = walk.register
      const name = `${keeps.join(' ')} ${walk.id} ${title}`
      const filled = { ...walk, at, kind: 'filled' as const, name: `${name}: due, filled in, counted, nobody else's` }
      if (late === undefined || !hasDuty(walk.register)) return [filled]
      const over = isSchools(walk.register)
        ? 'done, it is not asked for again'
        : 'not done elsewhere, it is overdue there'
      return [filled, { ...walk, at: late, kind: 'behind', name: `${name}: ${over}` }]
    })
    .sort((one, other) => one.at - other.at)
}

export async function makeStep(school: Keeping, { kind, at, ...walk }: Step): Promise<void> {
  await school.notBefore(at)
  const walker = new Walker(school, walk)
  if (kind === 'behind') return walker.expectBehind()
  const row = await walker.expectDue()
  const sheet = await walker.fill()
  await walker.expectCounted(row, sheet)
  await walker.expectUntouched()
  await walker.expectForbidden(sheet)
}

/** The registers of an area, in the order of their steps; those about a child have one each. */
export function walksOf(registers: readonly [string, Register][]): Walk[] {
  const ofChildren = registers.filter(([, register]) => isAboutChild(register)).map(([id]) => id)
  return registers.map(([id, register]) => ({
    ...{ id, register },
    // Every third has a mother and a father; a mother of another stands next to it.
    child: childId(CLASS, 3 * Math.max(ofChildren.indexOf(id), 0)),
  }))
}

/** The titles of the walks are made at run time: what the ledger reads in the file has to be what they say. */
export function expectNamed(area: Register['area']): void {
  const named = expect.getState().currentTestName?.match(/\b[A-Z]\d\d\b/g)
  const kept = new Set(idsOf(area).flatMap((id) => REGISTERS[id].keeps))
  expect(named).toEqual(expect.arrayContaining([...kept]))
  expect(named).toHaveLength(kept.size)
}
