// Decides when two forms ask the same: by a digest, whatever order their fields come in.
import type { NoticeForm } from '@class-pact/core/contract'
import { digestCall } from '../../common/call/repeat'

/** What a phone shows again is held against this: whoever answers has seen what is asked. */
export const digestForm = (form: NoticeForm): string => digestCall('form', form)
