// Decides how a school's registers go on, off, or get other numbers: all of a call or nothing, from today on.
import { beijingDay } from '@class-pact/core/calendar'
import { misfitOfSwitch, switchRegister, type Setting } from '@class-pact/core/register'
import type { Handler } from '../../common/call/handlers'
import { findCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { describeSettings } from './describe-settings'
import { keepRegisters } from './keep-registers'
import { findKept, registerOf } from './store'

export const switchRegisters: Handler<'register.switch'> = async ({ schoolId, seen, changes }, session) => {
  const found = await findKept(schoolId)
  if (!found) return refuse('FORBIDDEN')
  const { kept } = found
  const been = findCall(kept?.trail, session)
  if (been === 'other') return refuseReused()
  if (been === 'repeat') return succeed(describeSettings(schoolId, kept, session.now))

  const today = beijingDay(session.now)
  const before: readonly Setting[] = kept?.settings ?? []
  let settings = before
  for (const [at, change] of changes.entries()) {
    const register = registerOf(kept, change.register)
    const isTwice = changes.findIndex((each) => each.register === change.register) < at
    const misfit = isTwice ? 'register' : misfitOfSwitch(register, change)
    if (misfit || !register) return refuse('INPUT_INVALID', { field: `changes.${at}.${misfit ?? 'register'}` })
    settings = switchRegister(settings, change, register, today)
  }
  if (seen !== (kept?.version ?? 0)) return refuse('REGISTERS_CHANGED')
  if (settings === before) return succeed(describeSettings(schoolId, kept, session.now))
  const on = changes.filter((change) => change.on).length
  const detail = { version: seen + 1, on, off: changes.length - on }
  const next = { settings: [...settings], own: kept?.own ?? {} }
  return keepRegisters({ schoolId, seen, next, found, action: 'register.switch', detail }, session)
}
