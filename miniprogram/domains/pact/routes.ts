// Decides where the pages of the pact are, and what they need to know.
import { addressOf } from '../../services/page-address'

export const PACT_ROUTES = {
  pact: (query: { schoolId: string; rule?: string; version?: number }) =>
    addressOf('/packages/pact/rules/rules', query),
  preset: (query: { schoolId: string; paper?: '1'; soft?: string }) => addressOf('/packages/pact/preset/preset', query),
  paper: (query: { schoolId: string }) => addressOf('/packages/pact/paper/paper', query),
  misjudged: (query: { schoolId: string }) => addressOf('/packages/pact/misjudged/misjudged', query),
  log: (query: { classId: string }) => addressOf('/packages/pact/log/log', query),
  appeals: (query: { schoolId: string }) => addressOf('/packages/pact/appeals/appeals', query),
  reports: (query: { schoolId: string }) => addressOf('/packages/pact/reports/reports', query),
  audit: (query: { schoolId: string }) => addressOf('/packages/pact/audit/audit', query),
  queue: (query: { schoolId: string; classId?: string }) => addressOf('/packages/pact/queue/queue', query),
  overrides: (query: { schoolId: string }) => addressOf('/packages/pact/overrides/overrides', query),
} as const
