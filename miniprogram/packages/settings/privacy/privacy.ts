// Decides what is said about personal data: what is kept, who sees it, how long; before joining and after (M12).
import { dressPage, newFrame } from '../../../services/page-frame'

interface PrivacyLine {
  what: string
  who: string
}
const KEPT: PrivacyLine[] = [
  { what: '您的姓名、与孩子的关系、微信标识', who: '本班老师、学校看得到' },
  { what: '手机号（可不填）', who: '只有班主任和学校看得到，每次查看都有记录' },
  { what: '孩子的姓名、班级、学号', who: '由学校登记；别的家长看不到' },
  { what: '签收、签名、请假和销假', who: '您家和本班老师看得到；病情和证明只有审批老师看得到' },
  { what: '您写下的话和发出的照片', who: '看得到的人写在每一页上' },
]

Page({
  data: { frame: newFrame('ready'), kept: KEPT },
  onShow() {
    dressPage(this)
  },
  onContract() {
    wx.openPrivacyContract({})
  },
})
