// Decides what is said about personal data: what is kept, who sees it, how long (M12).
import { listKeeping } from '../../../domains/purge/words'
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { formatLongDate } from '../../../services/format'
import { bringDocument, openDocument } from '../../../services/open-document'
import { openTab } from '../../../services/routes'
import { openSession, refreshSession } from '../../../services/session'

interface PrivacyLine {
  what: string
  who: string
}
const KEPT: PrivacyLine[] = [
  { what: '您的姓名、与孩子的关系、微信标识', who: '本班老师、学校看得到' },
  { what: '手机号（可不填）', who: '只有班主任和学校看得到，每次查看都有记录' },
  { what: '孩子的姓名、班级、学号', who: '由学校登记；别的家长看不到' },
  { what: '签收、签名、请假和销假', who: '您家和本班老师看得到；病情和证明只有审批老师看得到' },
  { what: '被提醒或禁言的经过：哪一条、什么时候', who: '班主任和学校看得到；没到期的禁言，退出再加入仍有效' },
  { what: '离校、休学、转班的日子', who: '班主任和学校看得到' },
  { what: '换微信号的申请：姓名、与孩子的关系', who: '原来的微信、班主任和学校看得到' },
  { what: '老师的职务、代理和移交', who: '学校看得到' },
  { what: '您同意留下的误判原话', who: '校长看得到，不写是谁' },
  { what: '私聊里的话和照片', who: '您家和这位老师看得到；转校长室、请校长看或逾期未回后，学校也看得到' },
  { what: '相册里的照片，照片里有谁', who: '本班看得到照片，您只看到自己孩子的名字；可以选不出镜' },
  { what: '您写下的其他话和照片', who: '看得到的人写在每一页上' },
]
const takeCopy = createSender('person.print')
const deleteMe = createSender('person.delete')

definePage({
  data: {
    kept: KEPT,
    /** Somebody is known here: there is something to take along. */
    known: false,
    /** How long what is kept: the list by which the cloud purges. */
    keeping: listKeeping(),
    /** The file of the copy, once it is there, and its name. */
    copy: '',
    copyName: '',
  },
  async onShow() {
    const session = await openSession()
    this.setData({ known: session.ok && session.data.consented })
  },
  onContract() {
    wx.openPrivacyContract({})
  },
  /** Pages to read open at once; the same as data waits for a tap. */
  async onExport() {
    const mine = await this.act(() => takeCopy({}))
    if (!mine) return
    const { url, name, dataUrl, dataName } = mine
    try {
      const copy = await bringDocument({ url: dataUrl, name: dataName })
      this.setData({ copy, copyName: dataName, refusal: null })
      await openDocument({ url, name })
    } catch {
      void wx.showToast({ title: '没有下载成功，请再试一次', icon: 'none' })
    }
  },
  /** Only a tap may open WeChat's list of people, so the file is made first and sent by a tap of its own. */
  onSend() {
    wx.shareFileMessage({ filePath: this.data.copy, fileName: this.data.copyName, fail: () => undefined })
  },
  async onDelete() {
    const { confirm } = await wx.showModal({
      title: '删除我的数据',
      content:
        '您会退出所有班级，不再收到通知，不能恢复。您的签名、证明、照片和写的话立即删除；签收过这件事、点名、台账和处理记录按期限清除。',
      confirmText: '删除',
      cancelText: '不删除',
    })
    if (!confirm) return
    const deleted = await this.act(() => deleteMe({}))
    if (!deleted) return
    wx.clearStorageSync()
    await refreshSession()
    const kept = `签名、证明、照片和写的话已删除。签收和处理记录按期限清除，最晚${formatLongDate(deleted.keptUntil)}。`
    await wx.showModal({ title: '已删除', content: kept, showCancel: false, confirmText: '知道了' })
    openTab('today')
  },
  onWay() {
    this.setData({ refusal: null })
  },
})
