// Decides how staff give a number that families may call, and take it back (M16).
import { isOfficePhone } from '@class-pact/core/contract'
import { plainRefusal } from '../../services/refusals'
import type { RefusalCard } from '../../services/sentences'
import { offer } from '../../services/way-outs'

export type WrittenPhone = { ok: true; phone: string } | { ok: false; refusal: RefusalCard }

/** Asks for a number, the present one filled in. Undefined: left as it is; '' takes it back. */
export async function askPhone(title: string, present: string): Promise<WrittenPhone | undefined> {
  const placeholderText = '留空就是不公开'
  const { confirm, content = '' } = await wx.showModal({ title, editable: true, content: present, placeholderText })
  const phone = content.replace(/\s/g, '')
  if (!confirm || phone === present) return undefined
  if (phone === '' || isOfficePhone(phone)) return { ok: true, phone }
  return { ok: false, refusal: plainRefusal('这个号码打不通，请写座机或手机号。', [offer('edit')]) }
}
