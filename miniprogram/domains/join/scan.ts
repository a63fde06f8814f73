// Decides what a scanned code opens: an invitation of ours, a paper slip, or a sentence that it is neither.
import { findPaper, readPaperCode, sayNoPaper } from '../notice/paper'
import { ROUTES, openPage } from '../../services/routes'

/** An invitation's token stands in `scene` of a mini program code, or in `token` of a page path. */
const TOKEN = /(?:^|[?&])(?:token|scene)=([\w-]{8,32})(?:&|$)/

/** The token in what was scanned, if there is one. */
export function readToken(scanned: string): string | undefined {
  return TOKEN.exec(decodeURIComponent(scanned))?.[1]
}

/** Opens the camera; what was scanned opens its page. Cancelling does nothing. */
export async function scanCode(): Promise<void> {
  let scanned: { path?: string; result: string }
  try {
    scanned = await wx.scanCode({ scanType: ['qrCode'] })
  } catch {
    return
  }
  if (readPaperCode(scanned.result) !== undefined) {
    const paper = await findPaper(scanned.result)
    if (typeof paper === 'string') sayNoPaper(paper)
    else openPage(ROUTES.board(paper))
    return
  }
  const token = readToken(scanned.path ?? '') ?? readToken(scanned.result)
  if (token) openPage(ROUTES.invite({ token }))
  else {
    void wx.showModal({
      title: '这不是邀请',
      content: '请扫老师发的邀请码，或打开老师发来的卡片。',
      showCancel: false,
      confirmText: '知道了',
    })
  }
}
