// Decides how the national calendar comes into core: the days that chinese-days knows, without the library.
// The library makes its tables anew whenever it is loaded, 20 ms and 24 KB in every function and on every phone.
// After an update of chinese-days: node scripts/list-days.mjs
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const LISTED = join(dirname(fileURLToPath(import.meta.url)), '..', 'core', 'calendar', 'listed-days.ts')
const { version } = createRequire(import.meta.url)('chinese-days/package.json')
const source = createRequire(import.meta.url).resolve('chinese-days/dist/chinese-days.json')
const { holidays, workdays } = JSON.parse(readFileSync(source, 'utf8'))

/** Month and day without a dash, in order. */
const daysOf = (year, days) =>
  Object.keys(days)
    .filter((day) => day.startsWith(year))
    .map((day) => day.slice(5).replace('-', ''))
    .sort()
    .join(' ')

/** Only years with their National Day: of others a first week is known at most. */
const years = [...new Set(Object.keys(holidays).map((day) => day.slice(0, 4)))]
  .filter((year) => holidays[`${year}-10-01`])
  .sort()
const rows = years.map(
  (year) => `  '${year}': {\n    rest: '${daysOf(year, holidays)}',\n    school: '${daysOf(year, workdays)}',\n  },\n`,
)

writeFileSync(
  LISTED,
  `// Decides nothing: the days that the State Council named, as scripts/list-days.mjs takes them from chinese-days ${version}.

/** Year → month and day of its holidays, and of the days at which they are made up for. */
export const LISTED_DAYS: Readonly<Partial<Record<string, { rest: string; school: string }>>> = {
${rows.join('')}}
`,
)
