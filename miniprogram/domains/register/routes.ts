// Decides where the pages of registers are, and what they need to know.
import { addressOf } from '../../services/page-address'

/** Which register of which school, and about which class. */
interface OfRegister {
  register: string
  schoolId: string
  classId?: string
}
/** Which sheet: the one of a slot, or an entry that is there; `childId` or `subject`: whom or what it is about. */
export interface OfSheet extends OfRegister {
  childId?: string
  subject?: string
  slot?: string
  entryId?: string
}
const at = (page: string) => `/packages/register/${page}/${page}`

export const REGISTER_ROUTES = {
  /** 该办的事: of whoever is acting, or of the first who has something to do in that class or school. */
  registers: (query: { schoolId?: string; classId?: string } = {}) => addressOf(at('list'), { ...query }),
  registerForm: (query: OfSheet) => addressOf(at('form'), { ...query }),
  registerGrid: (query: OfRegister & { slot?: string }) => addressOf(at('grid'), { ...query }),
  registerTable: (query: OfRegister & { childId?: string; subject?: string }) => addressOf(at('table'), { ...query }),
  registerSummary: (query: OfRegister) => addressOf(at('summary'), { ...query }),
  registerSettings: (query: { schoolId: string }) => addressOf(at('settings'), { ...query }),
  /** One register: what it asks, and its numbers. */
  registerSetting: (query: { schoolId: string; register: string }) => addressOf(at('setting'), { ...query }),
  /** A register of the school's own; without `register` a new one. */
  registerOwn: (query: { schoolId: string; register?: string }) => addressOf(at('own'), { ...query }),
} as const
