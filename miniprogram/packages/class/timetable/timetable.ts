// Decides how a class's timetable is read by its families and staff, and entered by its head teacher or a leader (E23).
import { limits } from '@class-pact/core/contract'
import { misfitOfWeek, readPasted, type TimetableWeek } from '@class-pact/core/timetable'
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { formatClock } from '../../../services/format'
import { plainRefusal } from '../../../services/refusals'
import { isLeader } from '../../../services/session'
import {
  addPeriod,
  beginWeek,
  dropPeriod,
  firstDay,
  presentWeek,
  putClock,
  putLesson,
  sayMisfit,
  sayProblems,
  subjectChips,
  type WeekView,
} from './present'

const save = createSender('timetable.save')
/** A week of twelve lessons with their times. */
const PASTE_MAX = 5_000

definePage({
  data: {
    view: null as WeekView | null,
    mayChange: false,
    isEditing: false,
    lessonTitle: '',
    subject: '',
    from: '',
    to: '',
    fromText: '',
    toText: '',
    chips: [] as { value: string; label: string }[],
    subjectMax: limits.LABEL_MAX,
    picking: '' as '' | 'from' | 'to',
    pasted: '',
    pasteMax: PASTE_MAX,
    problems: [] as string[],
  },
  query: { classId: '' },
  reads: 'timetable.read',
  refusesOnTop: true,
  week: { periods: [], days: [] } as TimetableWeek,
  day: -1,
  /** Whose panel is open. */
  lesson: -1,

  actsAs: ({ role, classId }, query) => isLeader(role) || classId === query.classId,
  ask({ classId }) {
    return classId ? { classId } : undefined
  },
  present(answer) {
    this.week = answer
    if (this.day < 0) this.day = firstDay(answer)
    const { mayChange } = answer
    return { ...this.lay(false), mayChange, isEditing: false, chips: subjectChips(answer) }
  },
  lay(isEditing: boolean) {
    const { answer } = this
    return answer ? { view: presentWeek(answer, this.week, this.day, isEditing) } : {}
  },
  take(week: TimetableWeek) {
    this.week = week
    this.setData({ ...this.lay(true), refusal: null })
  },

  onDay(event: ToldEvent<{ value: string }>) {
    this.day = Number(event.detail.value)
    this.setData(this.lay(this.data.isEditing))
  },
  onEdit() {
    this.week = beginWeek(this.week)
    this.setData({ ...this.lay(true), isEditing: true, refusal: null })
  },
  onLeave() {
    this.show()
  },
  onLesson(event: TapEvent) {
    if (this.data.isEditing) this.openLesson(Number(event.currentTarget.dataset['index']))
  },
  openLesson(lesson: number) {
    const { from = '', to = '' } = this.week.periods[lesson] ?? {}
    const subject = this.week.days[this.day]?.[lesson] ?? ''
    const title = `${this.data.view?.days[this.day]?.label ?? ''}第${lesson + 1}节`
    const clocks = { from, to, fromText: formatClock(from), toText: formatClock(to) }
    this.lesson = lesson
    this.openPanel('lesson', { subject, lessonTitle: title, ...clocks })
  },
  onSubject(event: ToldEvent<{ value: string }>) {
    this.setData({ subject: event.detail.value })
  },
  onSubjectTyped(event: ToldEvent<{ value: string }>) {
    this.setData({ subject: event.detail.value })
  },
  onClock(event: TapEvent) {
    this.setData({ picking: event.currentTarget.dataset['end'] as 'from' | 'to' })
  },
  onPicked(event: ToldEvent<{ value: string }>) {
    const { picking } = this.data
    const clock = event.detail.value.slice(-5)
    if (picking) this.setData({ [picking]: clock, [`${picking}Text`]: formatClock(clock), picking: '' })
  },
  onPickerClose() {
    this.setData({ picking: '' })
  },
  onKeepLesson() {
    const { lesson } = this
    const { subject, from, to } = this.data
    const timed = putClock(putClock(this.week, lesson, 'from', from), lesson, 'to', to)
    this.onClosePanel()
    this.take(putLesson(timed, this.day, lesson, subject.trim()))
  },
  onDropPeriod() {
    const { lesson } = this
    this.onClosePanel()
    this.take(dropPeriod(this.week, lesson))
  },
  onAddPeriod() {
    const week = this.week.periods.length < limits.PERIODS_MAX ? addPeriod(this.week) : undefined
    if (week) this.take(week)
    else this.setData({ refusal: plainRefusal('一天最多12节课。') })
  },

  onPaste() {
    this.openPanel('paste', { pasted: '', problems: [] })
  },
  onPasted(event: ToldEvent<{ value: string }>) {
    this.setData({ pasted: event.detail.value, problems: [] })
  },
  onPanelPress() {
    if (this.data.panel === 'paste') this.onReadPasted()
    else this.onKeepLesson()
  },
  onReadPasted() {
    const reading = readPasted(this.data.pasted, beginWeek(this.week).periods)
    if (!reading.ok) return this.setData({ problems: sayProblems(reading.problems) })
    this.onClosePanel()
    this.take(beginWeek(reading))
  },

  onPress() {
    if (this.data.isEditing) void this.onSave()
    else this.onEdit()
  },
  async onSave() {
    const { answer } = this
    const misfit: string | undefined = misfitOfWeek(this.week)
    if (misfit) return this.setData({ refusal: plainRefusal(sayMisfit(misfit)) })
    const week: TimetableWeek = this.week
    if (!answer || week.periods.length === 0) return
    const { classId, version: seen } = answer
    const periods = week.periods.map(({ from, to }) => ({ from, to }))
    const days = week.days.map((lessons) => [...lessons])
    const kept = await this.act(() => save({ classId, periods, days, seen }))
    if (!kept) return
    this.answer = kept
    this.show()
    void wx.showToast({ title: '已保存', icon: 'success' })
  },
})
