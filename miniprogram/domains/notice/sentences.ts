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
    PLAN_NEEDED: plainRule(
      ({ what }) => `学校要求先写好${what ? `“${what}”` : '家长会'}的方案再发通知，草稿还在。`,
      offer('fill_plan'),
      offer('edit'),
    ),
    FEEDBACK_SENT: plainRule(
      ({ what }) => `本学期已经发过${what ? `“${what}”` : '学期反馈'}了，一学期发一次。要重发请先撤回那一份。`,
      offer('acknowledge'),
    ),
    PRINCIPAL_NEEDED: plainRule('这份要由校长来批。', offer('acknowledge')),
    NOTICE_STATE: plainRule('这份通知的状态刚变了，请看一下。', offer('acknowledge')),
    NOTICE_CHANGED: plainRule('内容刚更新，请看过再签。', offer('acknowledge', '看新内容')),
    FOLLOWED_ALREADY: plainRule('这个孩子已经签过或记过，没有再记一次。', offer('acknowledge')),
    ANSWERS_LOCKED: plainRule('填写时间已过。', offer('contact_teacher')),
    ANSWER_CHANGED: plainRule('这个孩子的表刚有人填过，请看过再改。', offer('acknowledge', '看填好的')),
    ANSWERS_OPEN: plainRule(
      ({ until }) => `${until ? `${until}截止，` : ''}截止后才有结果，请到时再看。`,
      offer('acknowledge'),
    ),
    ANSWERS_FEW: plainRule(({ count = 5 }) => `收到${count}份以上才显示结果，免得看出是谁填的。`, offer('acknowledge')),
    REMINDED_ALREADY: plainRule('已经提醒过一次，没回复的请打电话。', offer('see_list')),
    OUT_OF_HOURS: plainRule('现在不提醒，请在开放时间再提醒。', offer('acknowledge')),
  },
  fields: {
    form: '要家长填表，请先写好问题。',
    feedback: '学期反馈要匿名，发给全校。',
    'form.anonymous': '匿名问卷里不能有照片和签名。',
    deadline: '截止时间要晚于送达时间。',
    signature: '签名没有传好，请您重写一次。',
    title: '标题要有看得见的字。',
    body: '正文要有看得见的字。',
    typedName: '请写您自己的姓名，不写数字和网址。',
    told: '请写告诉了谁。',
    note: '改了时间，请写明改了什么。',
    reason: '请写撤回的原因。',
    fee: '请写收费项目、金额和依据。',
    'fee.items': '收费项目写一到十项。',
    'fee.basis': '请写收费依据：文件名称或文号。',
    audience: '收费要公开，请发给班级或全校。',
    ground: '请选喜报的依据。',
    issue: '请写刊物的期号。',
    permission: '请写完整的教育局许可号，由校长填写。',
    'exception.reason': '请写为何不能提早一天通知。',
    'event.day': '请选日期。',
    'event.from': '请写几点离校。',
    opinion: '意见写在200字以内。',
  },
}
