// Decides how faults in the mini program's files are collected and told.
import type { Problem } from '../bundle-format'

/** Collects problems; the same fault at the same place is kept once. */
export class ProblemList {
  readonly items: Problem[] = []

  add(problem: Problem): void {
    const same = (other: Problem) => formatProblem(other) === formatProblem(problem)
    if (!this.items.some(same)) this.items.push(problem)
  }
}

/** `file:line:column: message`, as editors understand it. */
export function formatProblem({ file, line, column, message }: Problem): string {
  const place = [file, line, column].filter((part) => part !== undefined).join(':')
  return `${place}: ${message}`
}

/** One-based line and column of an offset. */
export function locate(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, Math.max(0, offset)).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}
