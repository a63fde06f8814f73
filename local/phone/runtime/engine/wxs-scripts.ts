// Decides how WXS runs: every module on its own.

type Functions = Record<string, (...args: never[]) => unknown>
interface Module {
  exports: unknown
}

/** Lines that `new Function` puts before a script. */
const LINES_BEFORE = 2
const told = new Set<string>()

/**
 * Gives the template engine what it runs modules with.
 * @param globals what WXS has besides `require`, `exports` and `module`
 */
export function scriptRunner(globals: Functions): (...args: [string, number, string, ...unknown[]]) => void {
  return (file, line, source, require, exports, module) => {
    try {
      const names = ['require', 'exports', 'module', ...Object.keys(globals)]
      const address = `\n//# sourceURL=miniprogram/${file}`
      // Lines of a script within WXML are counted from the file's beginning.
      const text = '\n'.repeat(line - 1) + source + address
      const run = new Function(...names, text) as (...args: unknown[]) => void
      run(require, exports, module, ...Object.values(globals))
    } catch (error) {
      ;(module as Module).exports = {}
      tell(error, file)
    }
  }
}

/** How a template calls a function: what is none gives nothing, what throws is told. */
export function guardCall(called: unknown): (...args: unknown[]) => unknown {
  if (typeof called !== 'function') return () => undefined
  return (...args) => {
    try {
      return (called as (...args: unknown[]) => unknown)(...args)
    } catch (error) {
      tell(error, 'WXS')
      return undefined
    }
  }
}

/** How a template writes a value: functions do not travel to the view. */
export function writeText(value: unknown): string {
  return value === null || value === undefined || typeof value === 'function' ? '' : String(value as string)
}

function tell(error: unknown, file: string): void {
  const { message = String(error), stack = '' } = (error ?? {}) as Partial<Error>
  const [, place, line] = /miniprogram\/([^\s()]+?\.(?:wxs|wxml)):(\d+)/.exec(stack) ?? []
  const where = place === undefined ? file : `${place}:${Number(line) - LINES_BEFORE}`
  const fault = `${where}: ${message}`
  if (!told.has(fault)) console.error(fault)
  told.add(fault)
}
