// Decides how an appraisal stands in a workbook: a row each with the figures, and on a second sheet what each rests on.
import type { AppraisalRow } from '@class-pact/core/register'
import type { Cell, Column, Table } from '../../common/files/write-workbook'

/** One teacher or class, with the figures. */
export interface Appraisee {
  /** 王老师, 三（2）班 … as the columns say. */
  names: readonly string[]
  rows: readonly AppraisalRow[]
}

const REASON_WIDTH = 46
const NAME_WIDTH = 16

/** In the order that they come in, which is the school's and never that of the figures. */
export function appraisalTables(
  heading: readonly string[],
  who: readonly Column[],
  all: readonly Appraisee[],
): Table[] {
  const labels = [...new Set(all.flatMap(({ rows }) => rows.map(({ label }) => label)))]
  const names = who.map((column) => ({ width: NAME_WIDTH, ...column }))
  const valueOf = (rows: readonly AppraisalRow[], label: string): Cell => rows.find((row) => row.label === label)?.value
  return [
    {
      ...{ name: '考核表', heading },
      columns: [...names, ...labels.map((title) => ({ title, width: Math.max(2 * title.length + 2, 10) }))],
      rows: all.map((each) => [...each.names, ...labels.map((label) => valueOf(each.rows, label))]),
    },
    {
      ...{ name: '依据', heading },
      columns: [
        ...names,
        ...[
          { title: '项目', width: 22 },
          { title: '数值' },
          { title: '满分或应有' },
          { title: '来源', width: REASON_WIDTH },
        ],
      ],
      rows: all.flatMap((each) =>
        each.rows.map(({ label, value, of, restsOn }): Cell[] => [...each.names, label, value, of, restsOn]),
      ),
    },
  ]
}
