// Decides how leaders draw the families of a term: title, share, deadline, questions; then the draws there were (H04).
import { addDays, beijingDay, instantOf } from '@class-pact/core/calendar'
import { limits, type Day, type DrawList, type Question } from '@class-pact/core/contract'
import { isAskable, trimForm } from '../../../domains/notice/questions'
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { formatDate, formatDay } from '../../../services/format'
import { plainRefusal } from '../../../services/refusals'
import { ROUTES, openPage } from '../../../services/routes'
import { isLeader } from '../../../services/session'
import { usualQuestions } from './questions'

const make = createSender('draw.make')
/** Families have a week unless somebody says otherwise. */
const USUAL_DAYS = 7
const MOST_DAYS = 60
const CLOSES_AT = '20:00'
const SHARES = [30, 40, 50, 100]
const STATES: Record<DrawList['draws'][number]['state'], string> = { open: '在填', over: '已截止', void: '已作废' }

definePage({
  data: {
    rows: [] as { drawId: string; title: string; sub: string; state: string }[],
    isFree: false,
    term: '',
    title: '家长问卷',
    titleMax: limits.TITLE_MAX,
    shares: [] as { value: string; label: string }[],
    percent: '',
    day: '' as Day,
    dayText: '',
    firstDay: '' as Day,
    lastDay: '' as Day,
    picking: false,
    form: { questions: usualQuestions() as Question[], per: 'family', anonymous: true },
  },
  query: { schoolId: '' },
  reads: 'draw.list',
  loadsOnShow: true,
  refusesOnTop: true,
  actsAs: ({ role, schoolId }, query) => isLeader(role) && schoolId === query.schoolId,
  ask({ schoolId }) {
    return schoolId ? { schoolId } : undefined
  },
  present({ draws, free, least, now }) {
    const today = beijingDay(now)
    const shares = SHARES.filter((share) => share >= least)
    return {
      rows: draws.map((draw) => presentRow(draw)),
      isFree: free !== undefined,
      term: free ? `${formatDate(free.from)}至${formatDate(free.to)}这一学期还没有抽过` : '',
      shares: [...new Set([least, ...shares])].map((share) => ({ value: String(share), label: `${share}%` })),
      percent: this.data.percent || String(least),
      firstDay: addDays(today, 1),
      lastDay: addDays(today, MOST_DAYS),
      ...(this.data.day ? {} : chosen(addDays(today, USUAL_DAYS))),
    }
  },
  onTitle(event: WechatMiniprogram.Input) {
    this.setData({ title: event.detail.value, refusal: null })
  },
  onShare(event: ToldEvent<{ value: string }>) {
    this.setData({ percent: event.detail.value })
  },
  onDay() {
    this.setData({ picking: true })
  },
  onPicked(event: ToldEvent<{ value: Day }>) {
    this.setData({ picking: false, ...chosen(event.detail.value) })
  },
  onPickerClose() {
    this.setData({ picking: false })
  },
  onForm(event: ToldEvent<{ patch: { form: { questions: Question[] } } }>) {
    this.setData({ 'form.questions': event.detail.patch.form.questions, refusal: null })
  },
  onRow(event: TapEvent) {
    openPage(ROUTES.draw({ schoolId: this.query.schoolId, drawId: event.currentTarget.dataset['id'] as string }))
  },
  missing(): string {
    const { title, form } = this.data
    if (!title.trim()) return '请写标题。'
    return isAskable({ ...form, per: 'family' }) ? '' : '请把题目和选项写全，至少一题。'
  },
  async onMake() {
    const missing: string = this.missing()
    if (missing) {
      this.setData({ refusal: plainRefusal(missing) })
      return void wx.pageScrollTo({ scrollTop: 0 })
    }
    const { title, percent, day, form } = this.data
    const { schoolId } = this.query
    const { confirm } = await wx.showModal({
      title: '抽取家庭',
      content: `随机抽不少于${percent}%的家庭，每家填一份，匿名。抽定后不能换，本学期只抽一次。`,
      confirmText: '抽取',
    })
    if (!confirm) return
    const { questions } = trimForm({ questions: form.questions, per: 'family' })
    const asked = { title: title.trim(), percent: Number(percent), questions, deadline: instantOf(day, CLOSES_AT) }
    const made = await this.act(() => make({ schoolId, ...asked }))
    if (made) openPage(ROUTES.draw({ schoolId, drawId: made.drawId }))
  },
})

const chosen = (day: Day) => ({ day, dayText: `${formatDay(day)}${CLOSES_AT}` })

const presentRow = ({ drawId, title, drawn, answered, state, madeAt }: DrawList['draws'][number]) => ({
  ...{ drawId, title, state: STATES[state] },
  sub: `${formatDate(beijingDay(madeAt))}，抽了${drawn}个家庭，已填${answered}份`,
})
