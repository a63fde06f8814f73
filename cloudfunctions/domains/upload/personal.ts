// Decides what of uploads is personal: what somebody uploaded and nobody has taken goes with them.
import type { Personal } from '../../common/call/personal'
import { forgetUploads } from '../../common/files/forget-uploads'

export const personal: Personal = { forget: forgetUploads }
