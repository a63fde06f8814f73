// Decides the registers of the classroom equipment (section E): S4.
import { EQUIPMENT_CHECKS } from './equipment-checks'
import { EQUIPMENT_DEVICES } from './equipment-devices'
import { EQUIPMENT_FAULTS } from './equipment-faults'
import { EQUIPMENT_KEEPING } from './equipment-keeping'
import { EQUIPMENT_LOG } from './equipment-log'
import { EQUIPMENT_REQUESTS } from './equipment-requests'
import { EQUIPMENT_STUDY } from './equipment-study'

export const EQUIPMENT = {
  ...EQUIPMENT_DEVICES,
  ...EQUIPMENT_KEEPING,
  ...EQUIPMENT_LOG,
  ...EQUIPMENT_REQUESTS,
  ...EQUIPMENT_CHECKS,
  ...EQUIPMENT_FAULTS,
  ...EQUIPMENT_STUDY,
}
