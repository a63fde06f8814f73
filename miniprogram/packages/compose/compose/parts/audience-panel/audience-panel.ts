// Decides whom a notice goes to: classes, a grade, the school or its staff, or the families of some children.
import type { Audience, NoticePrepared } from '@class-pact/core/contract'
import type { ChipOption } from '../../../../../components/choice-chips/choice-chips'
import { ASKING_WHO, CHILD, STAFF, offerStaff, offerWhom, readAudience, sayOpen } from './choices'
import { settleValues, toAudience, toggle } from './choices'
import type { Choice, PreparedClass } from './choices'

/** A child or a colleague, to be ticked. */
interface Line {
  key: string
  no: string
  name: string
  on: boolean
}

Component({
  options: { virtualHost: true },
  properties: {
    visible: { type: Boolean, value: false },
    large: { type: Boolean, value: false },
    classes: { type: Array, value: [] as PreparedClass[] },
    staff: { type: Array, value: [] as NonNullable<NoticePrepared['staff']> },
    /** Empty: this author cannot write to the whole school. */
    schoolId: { type: String, value: '' },
    /** A grade's leader writes to that grade alone. */
    grade: { type: String, value: '' },
    audience: { type: Object, value: {} as Audience },
    /** Opened to choose a child: [只发给孩子的家长]. */
    childOnly: { type: Boolean, value: false },
  },
  data: {
    options: [] as ChipOption[],
    values: [] as string[],
    toChildren: false,
    homes: [] as ChipOption[],
    classId: '',
    toStaff: false,
    groups: [] as ChipOption[],
    whom: 'all',
    lines: [] as Line[],
    ready: false,
    open: '',
    chosen: '',
  },
  observers: {
    visible(visible: boolean) {
      if (visible) this.start()
    },
  },
  methods: {
    start() {
      const { classes, staff, schoolId, grade, audience, childOnly } = this.data
      this.setData({
        options: offerWhom({ classes, staff }, { schoolId, grade }),
        homes: classes.map(({ classId, name }) => ({ value: classId, label: name })),
        groups: offerStaff(staff),
      })
      this.take(childOnly ? ASKING_WHO : readAudience(audience))
    },
    take(choice: Choice) {
      const { classes, staff } = this.data
      const [first] = classes
      const classId = choice.classId || (first?.classId ?? '')
      const toChildren = choice.values.includes(CHILD)
      const toStaff = choice.values.includes(STAFF)
      const roster = toChildren ? (classes.find((each) => each.classId === classId)?.roster ?? []) : []
      const colleagues = toStaff && choice.whom === 'chosen' ? staff : []
      const settled = { ...choice, classId }
      const audience = toAudience(settled, { classes, staff }, this.schoolOf())
      this.setData({
        ...{ values: choice.values, classId, whom: choice.whom },
        ...{ toChildren, toStaff },
        lines: [
          ...roster.map(({ childId, no, name }) => ({ key: childId, no, name, on: choice.childIds.includes(childId) })),
          ...colleagues.map(({ mark, card }) => ({ key: mark, no: '', name: card, on: choice.marks.includes(mark) })),
        ],
        ready: audience !== undefined,
        open: sayOpen(choice),
        chosen: sayChosen(audience),
      })
    },
    /** A grade's leader leads no school, but says which one it is. */
    schoolOf(): string {
      const { schoolId, audience } = this.data
      const named = audience as Audience
      return schoolId || ('schoolId' in named ? named.schoolId : '')
    },
    choice(): Choice {
      const { values, classId, whom, toChildren } = this.data
      const ticked = this.ticked()
      return { values, classId, whom, childIds: toChildren ? ticked : [], marks: toChildren ? [] : ticked }
    },
    ticked(): string[] {
      return this.data.lines.filter(({ on }) => on).map(({ key }) => key)
    },
    onValues(event: ToldEvent<{ values: string[] }>) {
      const values = settleValues(this.data.values, event.detail.values)
      this.take({ ...this.choice(), values, childIds: [], marks: [] })
    },
    onHome(event: ToldEvent<{ value: string }>) {
      this.take({ ...this.choice(), classId: event.detail.value, childIds: [] })
    },
    onGroup(event: ToldEvent<{ value: string }>) {
      this.take({ ...this.choice(), whom: event.detail.value, marks: [] })
    },
    onLine(event: TapEvent) {
      const key: string = event.currentTarget.dataset['key']
      const ticked = toggle(this.ticked(), key)
      this.take({ ...this.choice(), ...(this.data.toChildren ? { childIds: ticked } : { marks: ticked }) })
    },
    onPress() {
      const { classes, staff } = this.data
      const audience = toAudience(this.choice(), { classes, staff }, this.schoolOf())
      if (audience) this.triggerEvent('choose', { audience })
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})

/** One child is a letter of its own: nobody else of the school reads it (C24). */
function sayChosen(audience: Audience | undefined): string {
  if (audience?.to === 'child') return '只发给这个孩子的家长'
  if (audience?.to === 'children') return `发给${audience.childIds.length}个孩子的家长`
  const whom = audience?.to === 'staff' ? audience.whom : 'all'
  return typeof whom === 'object' && 'chosen' in whom ? `发给${whom.chosen.length}位老师` : '确定'
}
