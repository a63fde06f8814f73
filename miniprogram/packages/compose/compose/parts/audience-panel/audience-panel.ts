// Decides whom a notice goes to: classes, the whole school by its leaders, or one child's family.
import type { Audience } from '@class-pact/core/contract'
import { CHILD, SCHOOL, readAudience, settleValues, toAudience } from './choices'
import type { Choice, PreparedClass } from './choices'

Component({
  options: { virtualHost: true },
  properties: {
    visible: { type: Boolean, value: false },
    large: { type: Boolean, value: false },
    classes: { type: Array, value: [] as PreparedClass[] },
    /** Empty: this author cannot write to the whole school. */
    schoolId: { type: String, value: '' },
    audience: { type: Object, value: {} as Audience },
    /** Opened to choose a child: [只发给孩子的家长]. */
    childOnly: { type: Boolean, value: false },
  },
  data: {
    options: [] as { value: string; label: string }[],
    values: [] as string[],
    childId: '',
    children: [] as { key: string; childId: string; no: string; name: string; className: string }[],
    ready: false,
  },
  observers: {
    visible(visible: boolean) {
      if (visible) this.start()
    },
  },
  methods: {
    start() {
      const { classes, schoolId, audience, childOnly } = this.data
      const options = [
        ...(schoolId ? [{ value: SCHOOL, label: '全校' }] : []),
        ...classes.map(({ classId, name }) => ({ value: classId, label: name })),
        { value: CHILD, label: '一个孩子的家长' },
      ]
      this.setData({ options })
      this.take(childOnly ? { values: [CHILD], childId: '' } : readAudience(audience))
    },
    take(choice: Choice) {
      const { classes, schoolId } = this.data
      const toChild = choice.values.includes(CHILD)
      const many = classes.length > 1
      const children = toChild
        ? classes.flatMap(({ classId, name: className, roster }) =>
            roster.map(({ childId, no, name }) => ({
              key: `${classId}.${childId}`,
              childId,
              no,
              name,
              className: many ? className : '',
            })),
          )
        : []
      this.setData({ ...choice, children, ready: toAudience(choice, classes, schoolId) !== undefined })
    },
    onValues(event: ToldEvent<{ values: string[] }>) {
      this.take({ values: settleValues(this.data.values, event.detail.values), childId: '' })
    },
    onChild(event: TapEvent) {
      this.take({ values: [CHILD], childId: event.currentTarget.dataset['child'] })
    },
    onPress() {
      const { values, childId, classes, schoolId } = this.data
      const audience = toAudience({ values, childId }, classes, schoolId)
      if (audience) this.triggerEvent('choose', { audience })
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
