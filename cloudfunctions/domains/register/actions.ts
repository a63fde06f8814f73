// Decides the actions on a school's registers: its leaders switch them, set their numbers, write their own.
import { registerRows } from '@class-pact/core/register/contract'
import { serve, type Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { describeSettings } from './describe-settings'
import { keepOwn } from './keep-own'
import { findKept } from './store'
import { switchRegisters } from './switch-registers'

const readSettings: Handler<'register.settings'> = async ({ schoolId }, { now }) => {
  const found = await findKept(schoolId)
  return found ? succeed(describeSettings(schoolId, found.kept, now)) : refuse('FORBIDDEN')
}

export const actions = serve(
  registerRows,
  {},
  { 'register.settings': readSettings, 'register.switch': switchRegisters, 'register.own': keepOwn },
)
