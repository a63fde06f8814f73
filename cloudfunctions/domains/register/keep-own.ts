// Decides how a school writes a register of its own: a new one is on from today, a changed one asks the new questions.
import { beijingDay } from '@class-pact/core/calendar'
import { OWN_REGISTERS_MAX } from '@class-pact/core/register/contract'
import { ownToRegister, switchRegister } from '@class-pact/core/register'
import type { Handler } from '../../common/call/handlers'
import { digestCall, findCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { describeSettings } from './describe-settings'
import { keepRegisters } from './keep-registers'
import { findKept } from './store'

/** Versions kept of one: an entry keeps the questions that it was written under, so the older ones explain nothing. */
const VERSIONS_KEPT = 10

export const keepOwn: Handler<'register.own'> = async ({ schoolId, seen, register, definition }, session) => {
  const found = await findKept(schoolId)
  if (!found) return refuse('FORBIDDEN')
  const { kept } = found
  const been = findCall(kept?.trail, session)
  if (been === 'other') return refuseReused()
  if (been === 'repeat') return succeed(describeSettings(schoolId, kept, session.now))

  const own = kept?.own ?? {}
  const count = Object.keys(own).length
  const id = register ?? `own:${count + 1}`
  const versions = Object.prototype.hasOwnProperty.call(own, id) ? (own[id] ?? []) : []
  const isUnknown = register !== undefined && versions.length === 0
  if (isUnknown || (register === undefined && count >= OWN_REGISTERS_MAX))
    return refuse('INPUT_INVALID', { field: 'register' })
  const twice = definition.questions.findIndex(({ id: key }, at) =>
    definition.questions.slice(0, at).some((each) => each.id === key),
  )
  if (twice >= 0) return refuse('INPUT_INVALID', { field: `definition.questions.${twice}.id` })
  if (seen !== (kept?.version ?? 0)) return refuse('REGISTERS_CHANGED')
  const last = versions.at(-1)
  if (last && digestCall(id, last.definition) === digestCall(id, definition))
    return succeed(describeSettings(schoolId, kept, session.now))

  const before = kept?.settings ?? []
  const settings = register
    ? before
    : switchRegister(before, { register: id, on: true }, ownToRegister(definition), beijingDay(session.now))
  const next = {
    settings: [...settings],
    own: { ...own, [id]: [...versions, { definition, at: session.now }].slice(-VERSIONS_KEPT) },
  }
  const detail = { version: seen + 1, register: id }
  return keepRegisters({ schoolId, seen, next, found, action: 'register.own', detail }, session)
}
