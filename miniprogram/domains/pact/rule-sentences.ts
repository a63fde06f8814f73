// Decides the sentence of every rule that can say no, and at most two ways out of it (screens.md 7, exact copy).
import { sayCount, titleOf } from '@class-pact/core/pact-words'
import { plainRule as rule, type RuleCopy } from '../../services/rule-copy'
import { offer } from '../../services/way-outs'

const cardRule = rule('请先确认名片，再签字或留言。', offer('confirm_card'))
const subjectRule = rule('请先填学科，家长才知道您教什么。', offer('fill_subject'))
const closedPage = rule('这一页没有对您开放。', offer('back_to_today'))
const sameWords = rule(
  ({ params }) => `同样的话已发${sayCount(Number(params?.['times'] ?? 3) - 1)}次，大家都看到了。`,
  offer('edit'),
)
const tooFast = rule(({ params }) => `${titleOf('C03', params ?? {})}请稍等再发。`, offer('wait'))
const justSent = rule(
  ({ what }) => `刚发过${what ? `《${what}》` : '相近的通知'}，改那一份更清楚。`,
  offer('amend_first'),
  offer('send_anyway', '仍另发'),
)
const unfit = rule(
  ({ held }) => (held ? '这段话或链接先请人看。' : '这段话或链接不适合班级，没有发出。'),
  offer('edit'),
  offer('human_review'),
)
const hurtful = rule('这段话可能让人难受，先请老师看。', offer('private_talk'), offer('edit'))
const advert = rule('班级里不发广告、红包、团购，不拉票集赞。', offer('delete_sentence'))
const foreignLink = rule('只能放学校认可的网址。', offer('delete_link'))
const unknownHost = rule(
  ({ params }) => (params ? titleOf('C12', params) : '只能放学校认可的网址。'),
  offer('delete_link'),
)
const appealForMoney = rule('募捐求助要有教育局许可号。', offer('permission_number'))
const shortcoming = rule('这句说到了孩子的不足，别的家长会看到。', offer('own_guardians'))
const principalFirst = rule('这段话先请校长看。', offer('edit'))
const noReply = rule('不用回复，已为您记为已读。', offer('contact_teacher'))
const feeBasis = rule('收费要有依据，校长批准后才发。', offer('fee_notice'))
const quiet: RuleCopy = {
  sentence: ({ until }) => `现在是安静时间，将于${until ?? '明早7:00'}送达。`,
  ways: ({ isStaff }) => [offer('wait'), isStaff ? offer('urgent') : offer('call')],
}
const inClass = rule('老师在上课，课间或放学后回复。', offer('call', '急事打电话'))
const incomplete = rule(({ what }) => `还缺${what ?? '内容'}。`, offer('fill_in'))
const notAllReached = rule(
  ({ count }) => `还有${count === undefined ? '孩子' : `${count}个孩子`}没通知到，不能办结。`,
  offer('see_list'),
)
const reviewFirst = rule('发出前先由教导处看；不能审核自己的内容。', offer('withdraw'))
/** Who may write is the school's choice: whoever may not is told who does (G01). */
const publishers: RuleCopy = {
  sentence: ({ refused, params }) => {
    if (refused) return '按本校公约，这样的通知由班主任或学校发。请交给他们发；一个孩子的事可以只发给家长。'
    const by = params?.['by'] === 'head_teacher' ? '班主任或教导处' : '教导处'
    return `发出前先由${by}看；不能审核自己的内容。`
  },
  ways: ({ refused }) => [refused ? offer('own_guardians') : offer('withdraw')],
}
const muted = rule(
  ({ until }) => `${until ? `${until}前` : '现在'}不能留言。看通知、签字、请假、打电话照常。`,
  offer('appeal'),
)

export const RULE_SENTENCES: Readonly<Record<string, RuleCopy>> = {
  M01: {
    sentence: ({ count = 2 }) => `这个孩子已有${count}位家长。`,
    ways: ({ count = 2, closed = count > 2 }) => [
      closed ? offer('acknowledge') : offer('apply_third_seat', count === 2 ? undefined : '申请增加席位'),
    ],
  },
  M02: rule('这里只接待本班孩子的家长，请老师核对。', offer('apply')),
  M03: rule('学生不单独加入，请家长用自己的微信。', offer('acknowledge')),
  M05: rule('这个班已有空间，一班一个。', offer('open_class')),
  M06: rule('监督员要从家委会成员中选。', offer('see_committee')),
  M07: subjectRule,
  M08: subjectRule,
  M09: cardRule,
  M10: cardRule,
  M12: rule('同意隐私说明后才能加入；不同意不留记录。', offer('read_privacy')),
  M13: rule('换了微信号，要请班主任确认。', offer('verify_wechat')),
  M14: closedPage,
  N16: closedPage,
  C01: sameWords,
  C03: tooFast,
  C02: justSent,
  N03: justSent,
  C04: {
    sentence: ({ count }) => (count === undefined ? '内容正在检查，通过后自动发出。' : `有${count}张照片没通过检查。`),
    ways: ({ count }) => (count === undefined ? [] : [offer('replace_photo')]),
  },
  C05: unfit,
  C06: unfit,
  C07: unfit,
  C08: hurtful,
  C09: hurtful,
  C33: hurtful,
  C10: advert,
  C13: advert,
  C14: advert,
  C15: advert,
  C19: advert,
  C11: foreignLink,
  C12: unknownHost,
  C16: appealForMoney,
  C17: appealForMoney,
  C18: rule('成绩和名次不发到班级。', offer('own_guardians')),
  C20: rule('作业当堂布置，不发给家长。', offer('delete_sentence')),
  C22: shortcoming,
  C23: shortcoming,
  C24: rule('只关系一个孩子，私聊更好。', offer('private_talk'), offer('send_anyway')),
  C26: rule('请写明消息来源。', offer('add_source'), offer('dismiss')),
  C27: principalFirst,
  C38: principalFirst,
  C28: rule('里面有电话、证件或住址。', offer('cover')),
  C29: noReply,
  C34: noReply,
  G19: noReply,
  C36: feeBasis,
  C37: feeBasis,
  P02: rule(
    ({ count }) => (count === undefined ? '全班相册还缺孩子。' : `全班相册还缺${count}个孩子。`),
    offer('tag_children'),
  ),
  P05: rule('表扬请单独告诉孩子的家长。', offer('praise_letter')),
  T01: quiet,
  T02: quiet,
  T03: quiet,
  T04: quiet,
  T05: quiet,
  T06: quiet,
  T07: quiet,
  T08: inClass,
  T09: inClass,
  T12: rule(
    ({ count, params }) => {
      const sent = count === undefined ? '本周通知已到上限' : `本周已发${count}份通知`
      return params ? `${sent}，一周最多${sayCount(Number(params['perWeek']))}份。` : `${sent}。`
    },
    offer('merge'),
    offer('principal_approval'),
  ),
  N02: incomplete,
  N12: incomplete,
  N04: rule('填写时间已过。', offer('contact_teacher')),
  N06: notAllReached,
  N07: notAllReached,
  N08: rule('此类通知须家长签字。', offer('acknowledge')),
  N09: rule('活动要提早一天通知。', offer('change_day'), offer('principal_approval', '请校长特批')),
  L01: rule('请假请填假条，老师会及时看到。', offer('leave_form')),
  L03: rule('您自己的申请，由别人来审批。', offer('acknowledge')),
  L04: rule(
    ({ total, count }) => (total === undefined ? '还没点完名。' : `共${total}人，已点${count ?? 0}人。`),
    offer('see_missing'),
  ),
  L05: rule('请先写下联系结果。', offer('fill_in')),
  G01: publishers,
  G02: reviewFirst,
  G04: muted,
  G10: muted,
  G05: rule(({ what }) => `您已不在${what ?? '这个班'}。`, offer('appeal')),
  G18: rule('没有发出，草稿还在。', offer('retry')),
}
