// Decides the sheet of a register's figures: who has done how much of what is needed, in the order of the school.
import type { RegisterSummary } from '@class-pact/core/contract'
import type { Cell, Table } from '../../common/files/write-workbook'

const PER_WORDS: Record<RegisterSummary['per'], string> = {
  class: '班级',
  teacher: '老师',
  child: '孩子',
  device: '设备、教室',
  school: '学校',
}

/** Never by score: children stand in the order of the roster, classes in that of the school (X08). */
export function summaryTable(summary: RegisterSummary, heading: readonly string[]): Table {
  const { per, lines, from, to, shares = [], counts } = summary
  const hasPoints = lines.some(({ points }) => points !== undefined)
  const isCounted = lines.some(({ needed }) => needed > 0)
  const rows = lines.map(({ name, done, needed, points, of }): Cell[] => [
    ...[name, done, ...(isCounted ? [needed] : [])],
    ...(hasPoints ? [points, of] : []),
  ])
  return {
    name: '汇总',
    heading: [...heading, `${from}至${to}`],
    columns: [
      { title: PER_WORDS[per], width: 20 },
      { title: '已办' },
      ...(isCounted ? [{ title: '应办' }] : []),
      ...(hasPoints ? [{ title: '得分' }, { title: '满分' }] : []),
    ],
    rows: [
      ...rows,
      ...(shares.length > 0 ? [[]] : []),
      ...shares.map(({ label, part, whole, least }): Cell[] => [label, part, whole, `至少${String(least)}%`]),
      ...counts.flatMap(({ label, choices }): Cell[][] => [
        [],
        [label],
        ...choices.map((choice): Cell[] => [choice.label, choice.count]),
      ]),
    ],
  }
}
