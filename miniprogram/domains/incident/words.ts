// Decides the Chinese for what happens to a child at school, its steps and how it ends (L06, L07).
import type {
  IncidentKind,
  IncidentOrder,
  IncidentOutcome,
  IncidentSign,
  IncidentStep,
} from '@class-pact/core/contract'

export const INCIDENT_KIND_WORDS: Record<IncidentKind, string> = { sudden: '突发不适', accident: '意外伤害' }
export const INCIDENT_SIGN_WORDS: Record<IncidentSign, string> = {
  fever: '发热',
  vomiting: '呕吐',
  stomach: '腹痛',
  bump: '磕碰',
  bleeding: '流血',
  other: '其他',
}
export const INCIDENT_STEP_WORDS: Record<IncidentStep, string> = {
  hospital: '送医',
  guardian: '联系家长',
  leader: '报告领导',
}
export const INCIDENT_OUTCOME_WORDS: Record<IncidentOutcome, string> = {
  returned: '已回校',
  home: '在家休息',
  admitted: '住院',
  other: '其他',
}
export const INCIDENT_ORDER_WORDS: Record<IncidentOrder, string> = {
  at_once: '送医和联系家长同时进行',
  hospital: '先送医，再联系家长',
  guardian: '先联系家长，再送医',
}

/** Words of a closed list as chips, in its order. */
export const chipsOf = <Value extends string>(words: Record<Value, string>) =>
  (Object.entries(words) as [Value, string][]).map(([value, label]) => ({ value, label }))
