// Decides how a contact card or an appraisal sheet is opened: WeChat shows the file, and its menu prints it.
import type { AppraisalKind, Input, RegisterFile } from '@class-pact/core/contract'
import { createSender, type PhoneReply } from '../../services/cloud'
import { openDocument } from '../../services/open-document'

const printCard = createSender('card.print')
const exportAppraisal = createSender('appraisal.export')

/** The five sheets, as the action sheet names them (D08 D11 G09 H06 Q17). */
export const APPRAISAL_SHEETS: readonly { kind: AppraisalKind; label: string }[] = [
  { kind: 'head_teacher', label: '班主任考核' },
  { kind: 'allowance', label: '班主任津贴' },
  { kind: 'teacher', label: '教师平台使用' },
  { kind: 'home', label: '家校联系考核' },
  { kind: 'class_points', label: '班级量化考核' },
]

export const openCard = (of: Input<'card.print'>): Promise<PhoneReply<true>> => open(printCard(of))
export const openAppraisal = (of: Input<'appraisal.export'>): Promise<PhoneReply<true>> => open(exportAppraisal(of))

async function open(asked: Promise<PhoneReply<RegisterFile>>): Promise<PhoneReply<true>> {
  const reply = await asked
  if (!reply.ok) return reply
  try {
    await openDocument(reply.data)
    return { ok: true, data: true }
  } catch {
    return { ok: false, error: { code: 'TRY_AGAIN' } }
  }
}
