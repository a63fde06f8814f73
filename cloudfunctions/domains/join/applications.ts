// Decides what is asked of applications and changed in them.
import { openCollection } from '../../common/store/collection'
import type { ApplicationDoc } from './documents'

export const applications = openCollection<ApplicationDoc>('applications')
