// Decides the rules on money, begging, selling and links.
import { hosts } from '../bounds'
import type { RuleEntry } from '../types'

export const TRADE = {
  C36: {
    title: '不借工作联系向家长要钱要物。',
    group: '内容',
    effect: '不能发',
    sources: [{ seed: 'S3', article: 'S3 篇1 一.1', quote: '教师不得利用家校联系之便向家长索要钱物。' }],
    wayOut: ['fee_notice'],
  },
  C37: {
    title: '收费要有依据，校长批准后才发。',
    group: '内容',
    effect: '先审核',
    sources: [
      { seed: 'S0', article: 'S0-4 二.3', quote: '杜绝一切乱收费现象,严防各种安全事故发生。' },
      { seed: 'S3', article: 'S3 篇3 一.3', quote: '尤其是针对老百姓关心的教育收费问题设立监察机制。' },
    ],
    wayOut: ['fee_notice', 'principal_approval'],
  },
  C13: {
    title: '不发红包。',
    group: '内容',
    effect: '不能发',
    sources: [
      { seed: 'S0', article: 'S0-7.3', quote: '请勿发布无关信息,如发红包、集赞、投票、团购等。' },
      { seed: 'S1', article: 'S1b 三(二)9', quote: '禁止发布各类求助、慈善、虚假红包等诈骗信息或链接。' },
    ],
    wayOut: ['delete_sentence'],
  },
  C14: {
    title: '不集赞，不拉票。',
    group: '内容',
    effect: '不能发',
    sources: [
      { seed: 'S0', article: 'S0-3 二(二)5', quote: '不发布私人原因的集赞、投票、推销等信息。' },
      { seed: 'S0', article: 'S0-5 四', quote: '不是做微商、拉投票、搞推销、做股票的信息平台' },
      { seed: 'S0', article: 'S0-7.3', quote: '请勿发布无关信息,如发红包、集赞、投票、团购等。' },
      { seed: 'S1', article: 'S1a 五不要二', quote: '批评表扬不发,拉票评比不发。' },
      { seed: 'S1', article: 'S1b 三(二)3', quote: '不在群里发布广告、推销商品、拉票、拼团购物等。' },
    ],
    wayOut: ['delete_sentence'],
  },
  C15: {
    title: '不团购，不拼单。',
    group: '内容',
    effect: '不能发',
    sources: [
      { seed: 'S0', article: 'S0-7.3', quote: '请勿发布无关信息,如发红包、集赞、投票、团购等。' },
      { seed: 'S1', article: 'S1b 三(二)3', quote: '不在群里发布广告、推销商品、拉票、拼团购物等。' },
    ],
    wayOut: ['delete_sentence'],
  },
  C19: {
    title: '不晒票数。',
    group: '内容',
    effect: '不能发',
    sources: [
      { seed: 'S0', article: 'S0-7.5', quote: '严禁在班级微信群里晒名次、晒成绩、晒票数,或者给家长布置作业。' },
    ],
    wayOut: ['delete_sentence'],
  },
  C16: {
    title: '募捐求助要有教育局许可号。',
    group: '内容',
    effect: '不能发',
    sources: [{ seed: 'S1', article: 'S1a 五不要三', quote: '未经区教育局许可的求助、慈善、募捐等活动信息不要发。' }],
    wayOut: ['permission_number'],
  },
  C17: {
    title: '不发任何募捐求助。',
    group: '内容',
    effect: '不能发',
    sources: [{ seed: 'S1', article: 'S1b 三(二)9', quote: '禁止发布各类求助、慈善、虚假红包等诈骗信息或链接。' }],
    wayOut: ['delete_sentence'],
  },
  C11: {
    title: '不放网址。',
    group: '内容',
    effect: '不能发',
    sources: [
      { seed: 'S0', article: 'S0-2.7', quote: '严禁在群内发布其他网站链接,尤其是色情、病毒链接,一经发现,严肃处理。' },
    ],
    wayOut: ['delete_link'],
  },
  C12: {
    title: '只放学校认可的网址。',
    group: '内容',
    effect: '不能发',
    parameters: { hosts: hosts(50) },
    sources: [
      { seed: 'S0', article: 'S0-1.7', quote: '禁止发布各种广告与广告链接等。' },
      { seed: 'S1', article: 'S1a 五不要四', quote: '与工作无关的言论、图片、链接等信息不要发。' },
      { seed: 'S1', article: 'S1b 三(二)9', quote: '禁止发布各类求助、慈善、虚假红包等诈骗信息或链接。' },
    ],
    wayOut: ['delete_link'],
  },
  C10: {
    title: '不做广告，不推销，不做微商。',
    group: '内容',
    effect: '先审核',
    sources: [
      { seed: 'S0', article: 'S0-1.7', quote: '禁止发布各种广告与广告链接等。' },
      {
        seed: 'S0',
        article: 'S0-3 二(二)5',
        quote: '发布信息做到不传销、不传谣、不上传带有商业性质的广告或推销商品信息',
      },
      { seed: 'S0', article: 'S0-5 四', quote: '不是做微商、拉投票、搞推销、做股票的信息平台' },
      { seed: 'S0', article: 'S0-6.4', quote: '严禁发布广告或与家校无关的信息' },
      { seed: 'S0', article: 'S0-8(3)', quote: '禁止在平台中营销任何商业产品,避免对家长造成骚扰。' },
      { seed: 'S1', article: 'S1a 五不要四', quote: '如商业广告或商品营销,严禁教职员工成为“微商”。' },
      { seed: 'S1', article: 'S1b 三(二)3', quote: '不在群里发布广告、推销商品、拉票、拼团购物等。' },
    ],
    wayOut: ['edit', 'human_review'],
  },
} as const satisfies Record<string, RuleEntry>
