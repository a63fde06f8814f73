// Decides how messages to people are kept track of.
import { openCollection } from '../../common/store/collection'
import type { DeliveryDoc, DigestDoc } from './documents'

export const deliveries = openCollection<DeliveryDoc>('deliveries')
export const digests = openCollection<DigestDoc>('digests')
