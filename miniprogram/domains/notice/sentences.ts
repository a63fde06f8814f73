// Decides what is said when the cloud says no to a notice, or to an answer to one.
import { plainRule, type DomainSentences } from '../../services/rule-copy'
import { offer } from '../../services/way-outs'

export const NOTICE_SENTENCES: DomainSentences = {
  rules: { SIGNATURE_NEEDED: 'N08', REPLY_NOT_WANTED: 'C29', NOT_ALL_REACHED: 'N06', REVIEWER_IS_AUTHOR: 'G01' },
  codes: {
    SIGNATURE_NAME: plainRule('请写您自己的姓名，要和加入班级时写的一样；也可以手写签名。', offer('edit')),
    PUBLISHING_STOPPED: plainRule('学校已暂停发布，这份通知没有发出，草稿还在。急事请打电话。', offer('acknowledge')),
    DOCUMENT_REFUSED: plainRule('这个文件不能发，请换一个PDF。', offer('edit', '去修改')),
    PHOTO_RISKY: plainRule(({ count = 1 }) => `微信认为有${count}张照片有风险，请先点开看。`, offer('acknowledge')),
    NOTICE_STATE: plainRule('这份通知的状态刚变了，请看一下。', offer('acknowledge')),
    NOTICE_CHANGED: plainRule('内容刚更新，请看过再签。', offer('acknowledge', '看新内容')),
    REMINDED_ALREADY: plainRule('已经提醒过一次，没回复的请打电话。', offer('see_list')),
    OUT_OF_HOURS: plainRule('现在不提醒，请在开放时间再提醒。', offer('acknowledge')),
  },
  fields: {
    deadline: '截止时间要晚于送达时间。',
    signature: '签名没有传好，请您重写一次。',
    title: '标题要有看得见的字。',
    body: '正文要有看得见的字。',
    typedName: '请写您自己的姓名，不写数字和网址。',
    told: '请写告诉了谁。',
  },
}
