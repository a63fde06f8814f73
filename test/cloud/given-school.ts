// Decides how a test gets a small school: written straight into a cloud of its own.
import { createPact } from '@class-pact/core/pact'
import {
  TEMPLATE_IDS,
  type ActionName,
  type Input,
  type NoticeDraft,
  type Output,
  type Pact,
  type Relation,
  type Reply,
} from '@class-pact/core/contract'
import { askAgain } from './ask-again'
import { startCloudProcess, type CloudProcess } from './cloud-process'
import { functionOf } from '@class-pact/core/contract'

/** Tuesday, 1 September 2026, ten in the morning in Beijing. */
export const MORNING = '2026-09-01T10:00:00+08:00'
export const SCHOOL = 'school'
export const CLASS = 'class-3-2'
export const OTHER_CLASS = 'class-3-1'
export const HEAD_TEACHER = 'o-wang'
export const TEACHER = 'o-li'
export const OTHER_HEAD_TEACHER = 'o-zhao'
export const PRINCIPAL = 'o-principal'
export const OFFICE = 'o-office'

export interface SchoolOptions {
  now?: string
  /** Children of each of the two classes; 4 when omitted. */
  children?: number
  /** More classes of the same size, for budgets. */
  moreClasses?: number
  preset?: string
  /** Notices a class may get in a week before the principal is asked (T12); 50 when omitted. */
  weekCap?: number
  /** Data of an earlier process: nothing is written. */
  dataDir?: string
  /** Other built functions than the product's, for benchmarks. */
  functionsDir?: string
  /** Other collections and rules than the product's, for benchmarks. */
  databaseDir?: string
}

export interface GivenSchool {
  cloud: CloudProcess
  pact: Pact
  ask<Name extends ActionName>(
    openid: string,
    action: Name,
    input: Input<Name>,
    requestId?: string,
  ): Promise<Reply<Output<Name>>>
  /** The same, where it has to succeed. */
  get<Name extends ActionName>(
    openid: string,
    action: Name,
    input: Input<Name>,
    requestId?: string,
  ): Promise<Output<Name>>
  stored<Doc = Record<string, unknown>>(collection: string): Promise<Doc[]>
  /** Waits until the fault that was set last has met a call, or so many: however busy the machine, not before. */
  untilHit(times?: number): Promise<void>
  /** Lets the scheduler's timer fire; `times` deliveries at the same moment. */
  tick(times?: number): Promise<void>
  advance(ms: number): Promise<void>
  at(iso: string): Promise<void>
  /** Database calls of one action since the counters were reset. */
  databaseCalls(action: string): Promise<number>
  /** The person accepts messages of a template, in WeChat and in the ledger. */
  accept(openid: string, template: keyof typeof TEMPLATE_IDS): Promise<void>
  stop(): Promise<void>
}

export const childId = (classId: string, index: number) => `${classId}-${index}`
export const motherOf = (child: string) => `o-mother-${child}`
export const fatherOf = (child: string) => `o-father-${child}`
export const keyOf = (role: string, id: string) => `${role}:${id}`

let requests = 0
export const newRequestId = () => `request-${process.pid}-${++requests}`

/** Matters unlike one another: the same words again and again would be flooding (C01, C02). */
const MATTERS = [
  '本周五下午两点在教室开家长会，请准时参加。',
  '明天拍班级合影，请给孩子穿好校服。',
  '图书角开放了，欢迎带一本旧书来交换。',
  '近日降温，早晚请注意添衣保暖。',
  '下周一体检，早上请不要吃早饭。',
  '运动会改在操场东侧举行，观众席有遮阳棚。',
  '校门口正在修路，接送请走北门。',
  '课后托管从三点半开始，五点半结束。',
  '请给水杯贴好姓名，免得拿错。',
  '美术课需要彩纸和剪刀，请放进书包。',
  '合唱队周三排练，七点在音乐教室集合。',
  '食堂新菜单贴在公告栏，过敏的请说明。',
  '教室的饮水机已经换好滤芯，请放心使用。',
  '植树活动要带小铲子，学校准备树苗。',
  '乘车线路有变化，三号车提早十分钟发车。',
  '科技馆参观的集合地点在南广场喷泉旁。',
]
let matters = 0
const nextMatter = () => MATTERS[matters++ % MATTERS.length] ?? ''

/** A plain class notice that nobody has anything against, each time on another matter. */
export function aNotice(changes: Partial<NoticeDraft> = {}): NoticeDraft {
  return {
    kind: 'notice',
    title: '班级通知',
    body: nextMatter(),
    replyMode: 'confirm',
    audience: { to: 'classes', classIds: [CLASS] },
    photos: [],
    ...changes,
  }
}

/** The same with a signature, which makes it important. */
export function anOuting(changes: Partial<NoticeDraft> = {}): NoticeDraft {
  return aNotice({
    kind: 'outing',
    title: '秋游通知',
    replyMode: 'sign',
    deadline: Date.parse('2026-09-02T18:00:00+08:00'),
    event: { day: '2026-09-04', place: '植物园' },
    ...changes,
  })
}

const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕'
const GIVEN = ['梓涵', '浩宇', '欣怡', '子轩', '雨桐', '俊杰', '诗琪', '宇航', '思远', '佳宁']

/** Names no two children of a class share. */
export function childName(index: number): string {
  return `${SURNAMES[index % SURNAMES.length] ?? '王'}${GIVEN[Math.floor(index / SURNAMES.length + index) % GIVEN.length] ?? '梓涵'}`
}

type Documents = Record<string, { _id: string }[]>

const noTrail = { trail: [], audited: 0, trailOpen: false }

/** Opens a cloud with a primary school of two classes. Children 0 of each class has mother and father, 1 a mother, 2 nobody, 3 both … */
export async function givenSchool(options: SchoolOptions = {}): Promise<GivenSchool> {
  const { now = MORNING, dataDir, functionsDir, databaseDir } = options
  const cloud = await startCloudProcess({ now, dataDir, functionsDir, databaseDir })
  const pact = createPact(SCHOOL, 1, options.preset ?? 'primary', '2026-08-01')
  if (!pact) throw new Error(`no preset ${options.preset}`)
  // A test sends in a minute what a class gets in a month.
  if (pact.rules['T12']) pact.rules['T12'] = { perWeek: options.weekCap ?? 50 }
  if (dataDir === undefined) {
    const documents = describeSchool(options, pact, Date.parse(now))
    for (const [collection, rows] of Object.entries(documents)) {
      await cloud.control('data.import', { collection, documents: rows })
    }
  }
  const ask: GivenSchool['ask'] = (openid, action, input, requestId = newRequestId()) =>
    askAgain(cloud, async () => {
      const { result, error } = await cloud.call<Reply<Output<typeof action>>>(openid, functionOf(action), {
        action,
        requestId,
        input,
      })
      if (!result) throw new Error(`${action}: ${error?.errMsg}`)
      return result
    })
  return {
    cloud,
    pact,
    ask,
    async get(openid, action, input, requestId) {
      const reply = await ask(openid, action, input, requestId)
      if (!reply.ok) throw new Error(`${action}: ${JSON.stringify(reply.error)}`)
      return reply.data
    },
    async untilHit(times = 1) {
      for (;;) {
        const { faults } = await cloud.control<{ faults: { hit: number }[] }>('faults.list')
        if ((faults.at(-1)?.hit ?? 0) >= times) return
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    },
    async stored<Doc>(collection: string) {
      return (await cloud.control<{ documents: Doc[] }>('data.export', { collection })).documents
    },
    async tick(times = 1) {
      const { runs } = await cloud.control<{ runs: { error?: string }[] }>('timers.run', { name: 'scheduler', times })
      for (const { error } of runs) if (error) throw new Error(error)
    },
    async advance(ms) {
      await cloud.control('clock.advance', { ms })
    },
    async at(iso) {
      await cloud.control('clock.set', { now: iso })
    },
    async databaseCalls(action) {
      const { actions } = await cloud.control<{ actions: Record<string, { database: Record<string, number> }> }>(
        'counters.read',
      )
      return Object.values(actions[action]?.database ?? {}).reduce((sum, count) => sum + count, 0)
    },
    async accept(openid, template) {
      const body = JSON.stringify({ openid, tmplIds: [TEMPLATE_IDS[template]] })
      const response = await fetch(`${cloud.url}/gateway/subscribe`, { method: 'POST', body })
      if (!response.ok) throw new Error(await response.text())
      const reply = await ask(openid, 'reminders.accept', { templates: [template] })
      if (!reply.ok) throw new Error(reply.error.code)
    },
    stop: () => cloud.stop(),
  }
}

function describeSchool({ children = 4, moreClasses = 0 }: SchoolOptions, pact: Pact, now: number): Documents {
  const classes = [
    { classId: CLASS, name: '三（2）班', head: HEAD_TEACHER, teacher: '王芳' },
    { classId: OTHER_CLASS, name: '三（1）班', head: OTHER_HEAD_TEACHER, teacher: '赵敏' },
    ...Array.from({ length: moreClasses }, (_, index) => ({
      classId: `class-more-${index}`,
      name: `四（${index + 1}）班`,
      head: `o-head-${index}`,
      teacher: '孙丽',
    })),
  ]
  const people = new Set([PRINCIPAL, OFFICE, TEACHER, ...classes.map(({ head }) => head)])
  const childDocs = classes.flatMap(({ classId }) =>
    Array.from({ length: children }, (_, index) => {
      const _id = childId(classId, index)
      const name = childName(index)
      const guardians = guardiansOf(_id, index).map(({ openid, relation, word }) => {
        const card = `${name}${word}`
        people.add(openid)
        return { openid, relation, card, since: now }
      })
      return {
        _id,
        schoolId: SCHOOL,
        classId,
        no: String(index + 1),
        name,
        guardians,
        contacts: [],
        ...noTrail,
      }
    }),
  )
  return {
    schools: [
      {
        ...{ _id: SCHOOL, name: '幸福街小学', kind: 'primary', calendar: { rest: [], school: [] } },
        ...{ principals: [{ openid: PRINCIPAL, name: '李明' }], office: [{ openid: OFFICE, name: '赵红' }] },
        ...{ createdAt: now, ...noTrail },
      } as { _id: string },
    ],
    pacts: [{ _id: `${SCHOOL}:1`, ...pact } as { _id: string }],
    classes: classes.map(({ classId, name, head, teacher }, order) => ({
      ...{ _id: classId, schoolId: SCHOOL, name, order, ...noTrail },
      teachers: classId === CLASS ? [{ openid: TEACHER, name: '李强', subject: '数学', since: now }] : [],
      headTeacher: { openid: head, name: teacher, subject: '语文', since: now },
      roster: childDocs
        .filter((child) => child.classId === classId)
        .map(({ _id, no, name: childsName }) => ({ childId: _id, no, name: childsName })),
    })),
    children: childDocs,
    people: [...people].map((_id) => ({
      ...{ _id, consentAt: now, consentVersion: 1, credits: {}, updatedAt: now },
    })),
  }
}

function guardiansOf(child: string, index: number): { openid: string; relation: Relation; word: string }[] {
  const mother = { openid: motherOf(child), relation: 'mother', word: '妈妈' } as const
  const father = { openid: fatherOf(child), relation: 'father', word: '爸爸' } as const
  return [[mother, father], [mother], []][index % 3] ?? []
}
