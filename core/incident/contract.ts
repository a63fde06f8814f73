// Decides what a phone may ask and learn about a child who fell ill or was hurt at school (L06, L07).
import * as z from 'zod/mini'
import {
  LEADERS,
  answer,
  cursor,
  id,
  instant,
  limits,
  note,
  title,
  type Cite,
  type Instant,
  type Paged,
  type Rows,
} from '../wire'

/** 突发不适 意外伤害 */
export const INCIDENT_KINDS = ['sudden', 'accident'] as const
export type IncidentKind = (typeof INCIDENT_KINDS)[number]

/** 发热 呕吐 腹痛 磕碰 流血 其他 */
export const INCIDENT_SIGNS = ['fever', 'vomiting', 'stomach', 'bump', 'bleeding', 'other'] as const
export type IncidentSign = (typeof INCIDENT_SIGNS)[number]

/** 送医 联系家长 报告领导 */
export const INCIDENT_STEPS = ['hospital', 'guardian', 'leader'] as const
export type IncidentStep = (typeof INCIDENT_STEPS)[number]

/** 送医, or 家长领回: of a sudden illness alone (S3 篇4.6). */
export const HOSPITAL_WAYS = ['sent', 'collected'] as const
export type HospitalWay = (typeof HOSPITAL_WAYS)[number]

/** Which of the two a school does first; `at_once`: neither waits for the other (V19). */
export type IncidentOrder = 'at_once' | 'hospital' | 'guardian'

/** 已回校 在家休息 住院 其他 */
export const INCIDENT_OUTCOMES = ['returned', 'home', 'admitted', 'other'] as const
export type IncidentOutcome = (typeof INCIDENT_OUTCOMES)[number]

const signs = z.optional(z.array(z.enum(INCIDENT_SIGNS)).check(z.maxLength(INCIDENT_SIGNS.length)))
const words = z.optional(note(limits.WORDS_MAX))
/** When it was done; absent: now. */
const at = z.optional(instant)
/** Which hospital, who was told. */
const to = z.optional(title(limits.LABEL_MAX))
const way = z.optional(z.enum(HOSPITAL_WAYS))

/** A child and a kind are enough: everything else can follow. */
export const incidentOpen = z.object({ childId: id, kind: z.enum(INCIDENT_KINDS), signs, words, at })

/** More of what happened; nothing that was said before is changed. */
export const incidentNote = z.object({ incidentId: id, signs, words })

export const incidentStep = z.object({ incidentId: id, step: z.enum(INCIDENT_STEPS), at, way, to })

/** A stamp as it was seen is replaced by another, or by none: it was not done. What it was stays on record. */
export const incidentCorrect = z.object({
  incidentId: id,
  step: z.enum(INCIDENT_STEPS),
  /** `notedAt` of the stamp that is wrong. */
  notedAt: instant,
  stamp: z.optional(z.object({ at: instant, way, to })),
})

/** How it ended; said again, it is how it went on from there. */
export const incidentClose = z.object({ incidentId: id, outcome: z.enum(INCIDENT_OUTCOMES), words })

export const incidentRead = z.object({ incidentId: id })

/** The family's numbers, for whoever has this incident in hand. */
export const incidentPhones = z.object({ incidentId: id })

export const incidentList = z.discriminatedUnion('of', [
  z.object({ of: z.literal('class'), classId: id, after: z.optional(cursor) }),
  z.object({ of: z.literal('school'), schoolId: id, after: z.optional(cursor) }),
])

/** Words that WeChat doubts are kept: they say what happened to a child. */
interface Said {
  words?: string
  doubted?: true
}

export interface IncidentStamp {
  at: Instant
  /** When it was written down. */
  notedAt: Instant
  /** 语文王老师 */
  by: string
  way?: HospitalWay
  to?: string
  doubted?: true
}

/** The guardian was not told in time: since when it was owed, by whom, and until when (H27). */
export interface IncidentOwed {
  since: Instant
  by: string
  /** Absent: still. */
  until?: Instant
}

export interface Incident {
  incidentId: string
  classId: string
  className: string
  childId: string
  childName: string
  kind: IncidentKind
  happenedAt: Instant
  openedAt: Instant
  openedBy: string
  state: 'open' | 'closed'
  notes: (Said & { signs: IncidentSign[]; at: Instant; by: string })[]
  stamps: Partial<Record<IncidentStep, IncidentStamp>>
  /** Stamps that were wrong, as they were. */
  corrected: { step: IncidentStep; was: IncidentStamp; at: Instant; by: string }[]
  /** In the school's order. */
  steps: IncidentStep[]
  /** What is offered first now. */
  next: IncidentStep[]
  order: IncidentOrder
  /** Where the order stands; empty: the pact has none. */
  cites: Cite[]
  /** A step that was done before the one that the school does first. */
  astray?: IncidentStep
  outcomes: (Said & { outcome: IncidentOutcome; at: Instant; by: string })[]
  /** Leaders only. */
  owed?: IncidentOwed
}

export interface IncidentRow {
  incidentId: string
  childName: string
  className: string
  kind: IncidentKind
  happenedAt: Instant
  openedBy: string
  state: 'open' | 'closed'
  /** Not stamped. */
  missing: IncidentStep[]
  outcome?: IncidentOutcome
}

/** What runs first, then what is closed; the latest first. */
export interface IncidentList extends Paged {
  incidents: IncidentRow[]
  /** Of a class: the children one can be opened for, in roll order. */
  children: { childId: string; no: string; name: string }[]
}

export interface IncidentPhones {
  phones: { relation: string; phone: string }[]
}

/** Whoever is with the child in class; a subject teacher goes on with what they have noted themselves. */
const WITH_THE_CHILD = ['head_teacher', 'stand_in', 'teacher'] as const
const CONCERNED = [...LEADERS, ...WITH_THE_CHILD] as const
const AN_INCIDENT = { find: 'incident' } as const

/** Nothing here waits for a look at the words, or for an hour: WeChat is asked, and what it doubts is kept and said. */
export const incidentRows = {
  'incident.open': {
    input: incidentOpen,
    output: answer<Incident>(),
    roles: WITH_THE_CHILD,
    scope: { find: 'incidentChild' },
    asksItself: true,
    rate: { burst: 20, every: 60_000 },
  },
  'incident.note': {
    input: incidentNote,
    output: answer<Incident>(),
    roles: CONCERNED,
    scope: AN_INCIDENT,
    asksItself: true,
  },
  'incident.step': {
    input: incidentStep,
    output: answer<Incident>(),
    roles: CONCERNED,
    scope: AN_INCIDENT,
    asksItself: true,
  },
  'incident.correct': {
    input: incidentCorrect,
    output: answer<Incident>(),
    roles: CONCERNED,
    scope: AN_INCIDENT,
    asksItself: true,
  },
  'incident.close': {
    input: incidentClose,
    output: answer<Incident>(),
    roles: CONCERNED,
    scope: AN_INCIDENT,
    asksItself: true,
  },
  'incident.phones': {
    input: incidentPhones,
    output: answer<IncidentPhones>(),
    roles: CONCERNED,
    scope: { find: 'incidentFamily' },
    rate: { burst: 20, every: 60_000 },
  },
  'incident.read': {
    input: incidentRead,
    output: answer<Incident>(),
    roles: CONCERNED,
    scope: AN_INCIDENT,
    looks: true,
  },
  'incident.list': {
    input: incidentList,
    output: answer<IncidentList>(),
    roles: CONCERNED,
    scope: { find: 'listed' },
    looks: true,
  },
} as const satisfies Rows
