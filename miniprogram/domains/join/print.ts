// Decides how pages with invitations reach paper: the phone opens the document, WeChat's menu prints it.
import type { Input } from '@class-pact/core/contract'
import { createSender, type PhoneReply } from '../../services/cloud'
import { downloadTo } from '../../services/open-document'

const printInvitations = createSender('invitation.print')

/** Opens the document; its menu prints it, or sends it to a chat, where a computer has it too. */
export async function openPages(of: Input<'invitation.print'>): Promise<PhoneReply<null>> {
  const reply = await printInvitations(of)
  if (!reply.ok) return reply
  try {
    const filePath = `${wx.env.USER_DATA_PATH}/${reply.data.name}`
    await downloadTo(reply.data.url, filePath)
    await wx.openDocument({ filePath, fileType: 'docx', showMenu: true })
    const { left } = reply.data
    if (left > 0) void wx.showToast({ title: `还有${left}个班，请到各班的邀请页打印`, icon: 'none' })
    return { ok: true, data: null }
  } catch {
    return { ok: false, error: { code: 'TRY_AGAIN' } }
  }
}
