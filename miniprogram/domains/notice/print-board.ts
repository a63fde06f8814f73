// Decides how a board reaches paper or a table: the phone opens the document, WeChat's menu prints it or sends it on.
import type { Input, Output } from '@class-pact/core/contract'
import { createSender, type PhoneReply } from '../../services/cloud'
import { openDocument } from '../../services/open-document'

const printBoard = createSender('board.print')

export async function openBoardPaper(of: Input<'board.print'>): Promise<PhoneReply<Output<'board.print'>>> {
  const reply = await printBoard(of)
  if (!reply.ok) return reply
  try {
    await openDocument(reply.data)
  } catch {
    return { ok: false, error: { code: 'TRY_AGAIN' } }
  }
  const { annex } = reply.data
  if (annex) void wx.showToast({ title: '通知较长，最后几页是全文，请给每个孩子附上', icon: 'none' })
  return reply
}
