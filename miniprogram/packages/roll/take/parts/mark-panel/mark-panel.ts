// Decides how one child is marked: one tap says where it is and closes; what was seen of it is noted beside it.
import { limits, type Mark, type Symptom } from '@class-pact/core/contract'
import { MARK_WORDS, SYMPTOM_WORDS } from '../../../../../domains/roll/words'

const MARKS: readonly Mark[] = ['present', 'late', 'early', 'absent']
const SIGNS = Object.entries(SYMPTOM_WORDS).map(([value, label]) => ({ value: value as Symptom, label }))

/** 未到 of a child with leave is its leave. */
const marksWith = (away: string) =>
  MARKS.map((value) => ({ value, label: value === 'absent' && away ? away : MARK_WORDS[value] }))

Component({
  options: { virtualHost: true },
  properties: {
    visible: { type: Boolean, value: false },
    large: { type: Boolean, value: false },
    title: { type: String, value: '' },
    mark: { type: String, value: 'present' as Mark },
    /** 病假, where the child has leave. */
    away: { type: String, value: '' },
    symptoms: { type: Array, value: [] as Symptom[] },
    remark: { type: String, value: '' },
    /** What has happened to the child is noted from here. */
    sudden: { type: Boolean, value: false },
  },
  data: {
    marks: marksWith(''),
    signs: SIGNS,
    chosen: '' as Mark | '',
    seen: [] as Symptom[],
    words: '',
    remarkMax: limits.ROLL_REMARK_MAX,
    changed: false,
  },
  observers: {
    visible(visible: boolean) {
      if (!visible) return
      const { mark, away, symptoms, remark } = this.data
      this.setData({ marks: marksWith(away), chosen: mark, seen: symptoms, words: remark, changed: false })
    },
  },
  methods: {
    onMark(event: ToldEvent<{ value: Mark }>) {
      this.tell(event.detail.value)
    },
    onSeen(event: ToldEvent<{ values: Symptom[] }>) {
      this.setData({ seen: event.detail.values, changed: true })
    },
    onWords(event: WechatMiniprogram.Input) {
      this.setData({ words: event.detail.value, changed: true })
    },
    onPress() {
      this.tell(this.data.mark as Mark)
    },
    tell(mark: Mark) {
      const { seen: symptoms, words } = this.data
      const remark = words.trim()
      this.triggerEvent('mark', { mark, ...(symptoms.length > 0 && { symptoms }), ...(remark && { remark }) })
    },
    onIncident() {
      this.triggerEvent('incident')
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
