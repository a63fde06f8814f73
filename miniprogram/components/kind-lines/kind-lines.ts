// Decides how the fields of a kind lie on a sheet: a table with its total, its grounds, and lines of facts.
import type { FieldLines } from '../../domains/notice/field-lines'

Component({
  options: { virtualHost: true },
  properties: {
    lines: { type: Object, value: null as unknown as FieldLines },
  },
})
