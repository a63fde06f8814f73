// Decides how a principal asks somebody into an office: which, for which grade, until when; one card each (M17).
import { addDays, beijingDay } from '@class-pact/core/calendar'
import { POSTS, limits, type Day, type Grade, type Input, type Post } from '@class-pact/core/contract'
import { gradeOfClass, gradeWord } from '@class-pact/core/family'
import { call, createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { formatLongDate } from '../../../services/format'
import { currentIdentity } from '../../../services/session'
import { OPENS, POST_WORDS, sayPost } from '../../../domains/office/words'

const create = createSender('invitation.create')
/** The furthest an office is given for, days ahead: two school years. */
const AHEAD_DAYS = 730

type Choice = Post | 'takes_over'
const CHOICES: { value: Choice; label: string }[] = POSTS.map((value) => ({ value, label: POST_WORDS[value] }))

definePage({
  data: {
    choices: CHOICES,
    office: 'office' as Choice,
    grades: [] as { value: Grade; label: string }[],
    grade: '' as Grade | '',
    until: '' as Day | '',
    untilText: '',
    picking: false,
    first: '',
    last: '',
    opens: OPENS['office'],
    /** Made: it can be sent. */
    share: '',
    terms: `只能用一次，${limits.INVITATION_DAYS}天有效。请直接发给本人；本人填了姓名，您再确认是不是。`,
    title: '',
    school: '',
  },
  query: { schoolId: '', office: '' },
  path: '',
  onLoad() {
    const today = beijingDay(Date.now())
    void wx.updateShareMenu({ isPrivateMessage: true })
    const office = (this.query.office || 'office') as Choice
    this.setData({ first: today, last: addDays(today, AHEAD_DAYS) })
    this.choose(office)
    void this.loadGrades()
  },
  actsAs({ role, schoolId }, query) {
    return role === 'principal' && schoolId === query.schoolId
  },
  /** The grades there are. */
  async loadGrades() {
    const reply = await call('school.read', { schoolId: this.query.schoolId })
    if (!reply.ok) return this.refuse(reply.error)
    const found = reply.data.classes.flatMap(({ name }) => gradeOfClass(name) ?? [])
    const grades = [...new Set(found)].map((value) => ({ value, label: gradeWord(value) }))
    this.setData({ grades })
  },
  choose(office: Choice) {
    const post = office === 'takes_over' ? 'principal' : office
    const opens = office === 'takes_over' ? '确认后由对方接任校长，您不再管理这个学校。' : OPENS[post]
    const isLeading = post === 'principal' || post === 'office'
    this.setData({ office, opens, share: '', refusal: null, ...(isLeading && { until: '', untilText: '' }) })
  },
  onOffice(event: ToldEvent<{ value: Choice }>) {
    this.choose(event.detail.value)
  },
  onGrade(event: ToldEvent<{ value: Grade }>) {
    this.setData({ grade: event.detail.value, share: '', refusal: null })
  },
  onUntil() {
    this.setData({ picking: true })
    this.lock(true)
  },
  onPicked(event: ToldEvent<{ value: string }>) {
    const until = event.detail.value.slice(0, 10)
    this.setData({ until, untilText: formatLongDate(until), share: '' })
    this.onPickerClose()
  },
  onPickerClose() {
    this.setData({ picking: false })
    this.lock(false)
  },
  onForever() {
    this.setData({ until: '', untilText: '', share: '' })
  },
  async onMake() {
    const { office, grade, until } = this.data
    const wanted: Input<'invitation.create'> = {
      ...{ purpose: 'office', schoolId: this.query.schoolId, office: office === 'takes_over' ? 'principal' : office },
      ...(office === 'grade_leader' && grade && { grade }),
      ...(until && { until }),
      ...(office === 'takes_over' && { takesOver: true as const }),
    }
    const made = await this.act(() => create(wanted))
    if (!made) return
    this.path = made.path
    const post = office === 'takes_over' ? 'principal' : office
    const title = sayPost(post, office === 'grade_leader' ? grade || undefined : undefined)
    const school = currentIdentity()?.schoolName ?? ''
    this.setData({ title, school, share: `${school}请您担任${title}` })
  },
  onShareAppMessage() {
    return { title: this.data.share || '家校约', path: `/${this.path}`, imageUrl: '/assets/invitation.png' }
  },
})
