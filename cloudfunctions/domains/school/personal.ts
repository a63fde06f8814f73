// Decides what of schools is personal: every office of somebody who goes is free again (M13).
import type { Personal } from '../../common/call/personal'
import { leaveOffices } from './store'

export const personal: Personal = { forget: leaveOffices }
