// Decides which compiled mini program the phones start with, and when a changed one takes its place.
import type { Problem } from '../bundle-format'
import type { CompileResult } from '../compile/compile-app'
import { compileCached } from '../compile/compile-cached'
import { PieceCache } from '../compile/piece-cache'
import { formatProblem } from '../compile/problems'
import { readApiNames } from './api-names'
import { renderAppScript } from './phone-page'

/** What came of a changed file: new faults keep the old app, and the same app need not start again. */
export type Update = { is: 'new' } | { is: 'same' } | { is: 'broken'; faults: string[] }

/** The mini program as it runs now. */
export class RunningApp {
  /** Text of `/phone-app.js`. */
  script = ''
  private readonly apiNames = readApiNames()
  private readonly pieces = new PieceCache()
  private result: CompileResult | undefined

  /** @param packages npm packages whose mini program files lie elsewhere than in node_modules */
  constructor(
    private readonly path: string,
    private readonly packages: Record<string, string> | undefined,
  ) {}

  /** Compiles, and takes what comes. @throws Error when there is nothing to run */
  async compile(): Promise<void> {
    const { path, packages, pieces } = this
    this.use(await (packages ? this.compileAnew() : compileCached(path, pieces)))
  }

  /** Compiles once more, so that the next change finds all other pieces ready. */
  async warmUp(): Promise<void> {
    await this.compileAnew()
  }

  /** Compiles after a change; what brings new faults is not taken. */
  async update(): Promise<Update> {
    // A fault that was there before may have moved to another line.
    const name = ({ file, message }: Problem) => `${file} ${message}`
    const known = new Set(this.problems.map(name))
    let result: CompileResult
    try {
      result = await this.compileAnew()
    } catch (error) {
      return { is: 'broken', faults: [error instanceof Error ? error.message : String(error)] }
    }
    const faults = result.compiled.problems.filter((problem) => !known.has(name(problem))).map(formatProblem)
    if (faults.length > 0) return { is: 'broken', faults }
    const before = this.script
    this.use(result)
    return { is: this.script === before ? 'same' : 'new' }
  }

  get problems(): Problem[] {
    return this.result?.compiled.problems ?? []
  }

  /** The folder with app.json. */
  get root(): string {
    return this.result?.folder.root ?? this.path
  }

  /** Disk path of a file of the mini program. */
  toDisk(path: string): string {
    return this.result?.folder.toDisk(path) ?? path
  }

  private async compileAnew(): Promise<CompileResult> {
    const { compileApp } = await import('../compile/compile-app')
    return compileApp(this.path, this.packages, this.pieces)
  }

  private use(result: CompileResult): void {
    this.result = result
    this.script = renderAppScript(result.compiled, result.templates, this.apiNames)
  }
}
