// Decides how incidents stand in a list: what runs first, each with what is still to be done (L06, L07).
import type { IncidentList, IncidentRow, Instant } from '@class-pact/core/contract'
import { INCIDENT_KIND_WORDS, INCIDENT_OUTCOME_WORDS, INCIDENT_STEP_WORDS } from '../../../domains/incident/words'
import { formatClass, formatMoment } from '../../../services/format'

export interface RowView {
  incidentId: string
  title: string
  sub: string
  state: string
  label: string
}

export interface ListView {
  running: RowView[]
  past: RowView[]
  children: { value: string; label: string }[]
}

/** @param ofSchool a leader's list: the class stands beside the child */
export function presentIncidents(
  { incidents, children }: Pick<IncidentList, 'incidents' | 'children'>,
  now: Instant,
  ofSchool: boolean,
): ListView {
  const rows = (state: IncidentRow['state']) =>
    incidents.filter((row) => row.state === state).map((row) => presentRow(row, now, ofSchool))
  return {
    running: rows('open'),
    past: rows('closed'),
    children: children.map(({ childId, name }) => ({ value: childId, label: name })),
  }
}

function presentRow(row: IncidentRow, now: Instant, ofSchool: boolean): RowView {
  const { incidentId, childName, className, kind, happenedAt, openedBy, missing, outcome } = row
  const title = `${childName}，${INCIDENT_KIND_WORDS[kind]}`
  const left = missing.map((step) => INCIDENT_STEP_WORDS[step]).join('、')
  const sub = [
    ...(ofSchool ? [formatClass(className)] : []),
    formatMoment(happenedAt, now),
    openedBy,
    ...(left ? [`还没记${left}`] : []),
  ].join('，')
  const state = outcome ? INCIDENT_OUTCOME_WORDS[outcome] : '处理中'
  return { incidentId, title, sub, state, label: `${title}，${state}，${sub}` }
}
