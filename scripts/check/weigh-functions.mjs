// Decides how heavy a built function may be, and that it is deployed without its source map.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

const KB = 1024
/**
 * What each function's folder may weigh, in KB; another function as much as api. The writer judges whole texts with what was
 * learnt, and reads codes in photos, a program of 925 KB, which lies beside its code and is loaded with the first photo
 * (docs/adr/0022); api and exporter judge names and notes by the rules alone, which is half of api; the exporter reads
 * workbooks and papers of rules: SheetJS is 600 KB, mammoth 350, which is run with the first .docx; and pdf.js, a program of
 * 1,570 KB, lies beside its code and is loaded with the first PDF, in a thread of its own; what was learnt of
 * papers is 470 KB of it. The catalogue of registers is 75 KB of api, exporter and scheduler (docs/adr/0029). Figures, bureau and purge are 40 KB of api
 * and exporter. The timer's and WeChat's functions do neither, and would be many times as heavy if they loaded the judge by mistake.
 */
const FUNCTION_BUDGETS_KB = { api: 980, writer: 1_900, exporter: 3_800, scheduler: 380, 'wx-events': 250 }
const MAP_INSIDE = /\/\/# sourceMappingURL=data:/

function filesOf(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
}

/**
 * Weighs every function in a folder of built ones.
 * @param {string} functionsDir
 * @param {Partial<Record<string, number>> & { api: number }} budgets
 */
export function weighFunctions(functionsDir, budgets = FUNCTION_BUDGETS_KB) {
  if (!existsSync(functionsDir)) return { ok: false, output: `There is no ${functionsDir}: run npm run build first.` }
  const names = readdirSync(functionsDir).sort()
  const problems = []
  const weights = names.map((name) => {
    const files = filesOf(join(functionsDir, name))
    const weight = Math.ceil(files.reduce((sum, file) => sum + statSync(file).size, 0) / KB)
    const budget = budgets[name] ?? budgets.api
    if (weight > budget) problems.push(`${name} weighs ${weight} KB, more than its ${budget} KB.`)
    const withMap = files.filter((file) => file.endsWith('.map') || MAP_INSIDE.test(readFileSync(file, 'utf8')))
    problems.push(...withMap.map((file) => `${file} is or holds a source map, which would be deployed.`))
    return `${name} ${weight} KB of ${budget}`
  })
  return { ok: problems.length === 0, note: weights.join(', '), output: problems.join('\n') }
}
