// Decides what a scanned paper slip leads to: the board of its notice, with the form about its child open (N06, X04).
import { call } from '../../services/cloud'
import type { Output } from '@class-pact/core/contract'

/** What is printed in the code, `paper=` before it. */
const CODE = /^paper=([\w-]{24}\.[\w-]{10})$/

/** The reference in what was scanned, if it is a paper slip. */
export function readPaperCode(scanned: string): string | undefined {
  return CODE.exec(scanned.trim())?.[1]
}

/** Where the board of a paper is, and what of the paper it has to know. */
function placeOf({ noticeId, classId, row, printed, version }: Output<'paper.read'>) {
  return { noticeId, classId, childId: row.childId, ...(printed < version && { printed: String(printed) }) }
}
export type PaperPlace = ReturnType<typeof placeOf>

/**
 * Where a scanned paper leads; only whoever may act on its board learns it. `none`: the code is no paper slip, or somebody
 * else's, which look alike. `offline`: nobody knows.
 */
export async function findPaper(scanned: string): Promise<PaperPlace | 'none' | 'offline'> {
  const code = readPaperCode(scanned)
  if (code === undefined) return 'none'
  const reply = await call('paper.read', { code })
  if (reply.ok) return placeOf(reply.data)
  return reply.error.code === 'FORBIDDEN' ? 'none' : 'offline'
}

/** What is said when a paper was not found. */
export function sayNoPaper(why: 'none' | 'offline'): void {
  const [title, content] =
    why === 'none'
      ? ['没有找到这张回执单', '请扫您班里打印的纸质回执单右上角的码。']
      : ['网络不好', '没有查到这张回执单，请再扫一次。']
  void wx.showModal({ title, content, showCancel: false, confirmText: '知道了' })
}
