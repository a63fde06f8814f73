// Decides for which children paper slips are printed: those not reached, the whole class, or chosen ones (N08).
import type { RowView } from '../../present'

const MISSING = 'missing'
const ALL = 'all'

/** Who gets no paper: the child has gone. */
const isThere = ({ state }: RowView) => state !== 'closed'
const isMissing = ({ state }: RowView) => state !== 'signed' && state !== 'followed'

Component({
  options: { virtualHost: true },
  properties: {
    visible: { type: Boolean, value: false },
    large: { type: Boolean, value: false },
    rows: { type: Array, value: [] as RowView[] },
    /** The reason that the board shows alone: its children are chosen first. */
    reason: { type: String, value: '' },
    busy: { type: Boolean, value: false },
  },
  data: {
    options: [] as { value: string; label: string }[],
    quick: MISSING,
    lines: [] as { childId: string; no: string; name: string; sub: string; on: boolean }[],
    count: 0,
  },
  observers: {
    visible(visible: boolean) {
      if (visible) this.start()
    },
  },
  methods: {
    start() {
      const { reason } = this.data
      const rows = this.data.rows.filter(isThere)
      const missing = rows.filter(isMissing)
      const wanted = reason ? missing.filter(({ state }) => state === reason) : missing
      this.setData({
        options: [
          { value: MISSING, label: `没通知到的${missing.length}人` },
          { value: ALL, label: `全班${rows.length}人` },
        ],
      })
      this.choose(wanted.map(({ childId }) => childId))
    },
    choose(childIds: readonly string[]) {
      const rows = this.data.rows.filter(isThere)
      const missing = rows.filter(isMissing)
      const lines = rows.map(({ childId, no, name, sub }) => ({
        childId,
        no,
        name,
        sub,
        on: childIds.includes(childId),
      }))
      const isExactly = (those: RowView[]) =>
        those.length === childIds.length && those.every(({ childId }) => childIds.includes(childId))
      const quick = isExactly(missing) ? MISSING : isExactly(rows) ? ALL : ''
      this.setData({ lines, quick, count: lines.filter(({ on }) => on).length })
    },
    onQuick(event: ToldEvent<{ value: string }>) {
      const rows = this.data.rows.filter(isThere)
      const wanted = event.detail.value === ALL ? rows : rows.filter(isMissing)
      this.choose(wanted.map(({ childId }) => childId))
    },
    onLine(event: TapEvent) {
      const childId: string = event.currentTarget.dataset['id']
      const on = this.data.lines.filter((line) => line.on !== (line.childId === childId))
      this.choose(on.map((line) => line.childId))
    },
    onPress() {
      const childIds = this.data.lines.filter(({ on }) => on).map((line) => line.childId)
      if (childIds.length > 0) this.triggerEvent('print', { childIds })
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
