// Decides how the work in classes reads: registers, contacts and photos of a grade or the school, then class by class.
import type { Grade, PhotoFigures, WorkFigures, WorkPage } from '@class-pact/core/contract'
import { plotColumns } from '../../../components/chart-columns/scale'
import { shortName, type ColumnChart } from '../../../domains/statistics/figures'
import { presentGrades, type GradeChip } from '../../../domains/statistics/grades'
import {
  countRow,
  newRow,
  presentRegisters,
  sayContacts,
  sayRows,
  type About,
  type FigureRow,
  type FoldView,
} from '../../../domains/statistics/rows'
import { gradeWord } from '@class-pact/core/family'
import { formatClass } from '../../../services/format'
import { ROUTES } from '../../../services/routes'

export interface WorkView {
  grades: GradeChip[]
  grade: Grade | ''
  all: FigureRow[]
  /** Ch6; absent: no album in these days, or more classes than columns are told apart. */
  photos: ColumnChart | null
  classes: FoldView[]
}

/** Columns that can still be told apart on the smallest phone (ADR 0032). */
const COLUMNS_MOST = 30
/** Columns that have room for a name each. */
const NAMED_MOST = 5

/** @param about absent: whoever reads may not see what is counted */
export function presentWork(page: WorkPage, chosen: Grade | '', about?: About): WorkView {
  const own = page.grades.find(({ grade }) => grade === chosen)
  const classes = own ? page.classes.filter(({ grade }) => grade === own.grade) : page.classes
  const whole = about && own ? { ...about, grade: own.grade, who: gradeWord(own.grade) } : about
  return {
    ...{ grades: presentGrades(page.grades), grade: own?.grade ?? '' },
    all: presentRows(own ?? page.school, whole),
    photos: presentPhotos(classes),
    classes: classes.map((each) => presentClass(each, about)),
  }
}

function presentRows({ registers, contacts, ways }: WorkFigures, about?: About): FigureRow[] {
  return [...presentRegisters(registers, about), countRow('contacts', contacts, about, sayContacts(ways))]
}

function presentClass(
  { classId, className, photos, ...figures }: WorkPage['classes'][number],
  about?: About,
): FoldView {
  const name = formatClass(className)
  const rows = presentRows(figures, about && { ...about, classId, who: name })
  const album =
    photos &&
    newRow({
      ...{ key: 'photos', word: '照片', value: `中间${photos.median}次`, sub: sayLeast(photos) },
      url: about ? ROUTES.albums({ classId }) : '',
    })
  const all = album ? [...rows, album] : rows
  return { key: classId, name, sub: '', text: sayRows(all, '这段时间没有要数的'), rows: all }
}

const sayLeast = ({ least, leastChildren }: PhotoFigures) => `最少${least}次，${leastChildren}人`

/** Ch6 谁被拍少了？ as far as classes go: the fewest of each class against its middle, in grade order (P01, X08). */
function presentPhotos(classes: WorkPage['classes']): ColumnChart | null {
  const shown = classes.flatMap(({ className, photos }) => (photos ? [{ className, photos }] : []))
  if (shown.length === 0 || shown.length > COLUMNS_MOST) return null
  const text = shown.map(
    ({ className, photos }) => `${formatClass(className)}：中间${photos.median}次，${sayLeast(photos)}`,
  )
  const names = shown.map(({ className }) => shortName(className))
  return {
    plot: plotColumns(
      shown.map(({ photos: { least, median } }, index) => ({
        parts: [
          { tone: 'solid', value: least },
          { tone: 'hollow', value: median - least },
        ],
        label: text[index] ?? '',
        figure: '',
      })),
    ),
    axis: names.length > NAMED_MOST ? [names[0] ?? '', names[names.length - 1] ?? ''] : names,
    legend: [
      { tone: 'solid', text: '最少' },
      { tone: 'hollow', text: '到中间' },
    ],
    text,
  }
}
