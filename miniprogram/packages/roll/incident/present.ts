// Decides how an incident reads: what happened, the steps in the school's order, how it ended (L06, L07).
import type { HospitalWay, Incident, IncidentStamp, IncidentStep, Instant } from '@class-pact/core/contract'
import {
  INCIDENT_KIND_WORDS,
  INCIDENT_ORDER_WORDS,
  INCIDENT_OUTCOME_WORDS,
  INCIDENT_SIGN_WORDS,
  INCIDENT_STEP_WORDS,
} from '../../../domains/incident/words'
import { formatClass, formatMoment } from '../../../services/format'

export interface StepView {
  step: IncidentStep
  title: string
  /** Has its time. */
  isDone: boolean
  /** When, by whom, to whom; what can be done while it is not. */
  sub: string
  /** Done before the step that the school does first. */
  astray: string
  /** One tap each: 已送医, 家长领回. */
  acts: { way: '' | HospitalWay; text: string; label: string; first: boolean }[]
  canCall: boolean
  label: string
}

export interface LineView {
  key: string
  text: string
  sub: string
}

export interface IncidentView {
  name: string
  kind: string
  sub: string
  isOpen: boolean
  /** Every step has its time: what is left is how it ended. */
  isDone: boolean
  isSudden: boolean
  notes: LineView[]
  steps: StepView[]
  /** Which steps have a time. */
  stamped: Partial<Record<string, boolean>>
  order: string
  outcomes: LineView[]
  corrected: LineView[]
  /** Leaders read who should have told the family since when (H27). */
  owed: string
}

const STAMP_WORDS: Record<IncidentStep, string> = { hospital: '已送医', guardian: '已联系', leader: '已报告' }
const WAITING_WORDS: Record<IncidentStep, string> = {
  hospital: '还没有记；做过了的，点这里填时间',
  guardian: '还没有记；做过了的，点这里填时间',
  leader: '校长室已能看到；报告过的，点这里填时间',
}
const WAY_WORDS: Record<HospitalWay, string> = { sent: '已送医', collected: '家长领回' }
const DOUBTED = '微信检查：有疑问，原话照记'

/** 家长领回 of a sudden illness alone (S3 篇4.6). */
export const WAY_CHIPS = (Object.entries(WAY_WORDS) as [HospitalWay, string][]).map(([value, label]) => ({
  ...{ value, label },
}))

const joined = (...parts: (string | undefined)[]) => parts.filter(Boolean).join('，')

const sayStamp = ({ at, by, way, to }: IncidentStamp, now: Instant) =>
  joined(formatMoment(at, now), way === 'collected' ? WAY_WORDS.collected : '', to, `${by}记`)

const sayCites = ({ cites }: Incident) => {
  const [first] = cites
  return first ? `班级公约第${first.pactVersion}版${cites.map(({ rule }) => rule).join('、')}` : ''
}

export function presentIncident(incident: Incident, now: Instant): IncidentView {
  const { childName, kind, className, happenedAt, openedBy, state, notes, outcomes, corrected, order } = incident
  const cited = sayCites(incident)
  return {
    name: childName,
    kind: INCIDENT_KIND_WORDS[kind],
    sub: joined(formatClass(className), formatMoment(happenedAt, now), `${openedBy}记`),
    isOpen: state === 'open',
    isDone: incident.next.length === 0,
    isSudden: kind === 'sudden',
    notes: notes.map(({ signs, words, doubted, at, by }, index) => ({
      key: String(index),
      text: [signs.map((sign) => INCIDENT_SIGN_WORDS[sign]).join('、'), words].filter(Boolean).join('：'),
      sub: joined(formatMoment(at, now), by, doubted && DOUBTED),
    })),
    steps: incident.steps.map((step) => presentStep(incident, step, now, cited)),
    stamped: Object.fromEntries(Object.keys(incident.stamps).map((step) => [step, true])),
    order: `${INCIDENT_ORDER_WORDS[order]}${cited ? `（${cited}）` : ''}。哪一步先做都可以，时间照记。`,
    outcomes: outcomes.map(({ outcome, words, doubted, at, by }, index) => ({
      key: String(index),
      text: [INCIDENT_OUTCOME_WORDS[outcome], words].filter(Boolean).join('：'),
      sub: joined(formatMoment(at, now), by, doubted && DOUBTED),
    })),
    corrected: corrected.map(({ step, was, at, by }, index) => ({
      key: String(index),
      text: `${INCIDENT_STEP_WORDS[step]}原来记的是：${sayStamp(was, now)}`,
      sub: joined(`${formatMoment(at, now)}更正`, by),
    })),
    owed: sayOwed(incident, now),
  }
}

function presentStep(incident: Incident, step: IncidentStep, now: Instant, cited: string): StepView {
  const { kind, stamps, next, astray, state, order } = incident
  const stamp = stamps[step]
  const title = INCIDENT_STEP_WORDS[step]
  const first = next.includes(step)
  const done = stamp ? joined(sayStamp(stamp, now), stamp.doubted && DOUBTED) : ''
  const ways: ('' | HospitalWay)[] = step !== 'hospital' ? [''] : kind === 'sudden' ? ['sent', 'collected'] : ['sent']
  return {
    ...{ step, title, isDone: stamp !== undefined, sub: done || WAITING_WORDS[step] },
    astray: astray === step ? `不是本校的次序：${INCIDENT_ORDER_WORDS[order]}${cited ? `（${cited}）` : ''}` : '',
    acts: stamp
      ? []
      : ways.map((way) => {
          const text = way ? WAY_WORDS[way] : STAMP_WORDS[step]
          return { way, text, label: `${title}，${text}，记现在的时间`, first: first && way !== 'collected' }
        }),
    canCall: step === 'guardian' && state === 'open',
    label: stamp ? `${title}，${done}，点按更正` : `${title}，还没有记`,
  }
}

function sayOwed({ owed }: Incident, now: Instant): string {
  if (!owed) return ''
  const { since, until, by } = owed
  const end = until === undefined ? '到现在还没有联系家长' : `${formatMoment(until, now)}才联系家长`
  return `${formatMoment(since, now)}发生，${end}，经办：${by}`
}
