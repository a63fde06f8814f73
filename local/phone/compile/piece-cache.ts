// Decides which pieces of a mini program need not be compiled again: those whose every file is as it was.
import { statSync } from 'node:fs'
import type { Problem } from '../bundle-format'
import { ProblemList } from './problems'
import type { SourceFolder } from './source-folder'

/** What a piece became, all it read or looked for in vain, and what was wrong with it. */
interface Piece {
  value: unknown
  inputs: Map<string, number>
  problems: Problem[]
}

/** What one script or sheet became is kept here from one compilation to the next. */
export class PieceCache {
  private readonly pieces = new Map<string, Piece>()

  /** Takes the kept piece, or makes it. `make` must read by the folder it is given and tell problems to the list it is given. */
  async take<T>(
    key: string,
    folder: SourceFolder,
    problems: ProblemList,
    make: (folder: SourceFolder, problems: ProblemList) => Promise<T>,
  ): Promise<T> {
    let piece = this.pieces.get(key)
    if (!piece || !isAsItWas(piece)) {
      const [view, own] = [folder.fork(), new ProblemList()]
      piece = { value: await make(view, own), inputs: view.inputs, problems: own.items }
      this.pieces.set(key, piece)
    }
    for (const [file, time] of piece.inputs) folder.inputs.set(file, time)
    for (const problem of piece.problems) problems.add(problem)
    return piece.value as T
  }
}

function isAsItWas({ inputs }: Piece): boolean {
  return [...inputs].every(([file, time]) => readTime(file) === time)
}

/** Modification time in milliseconds; 0 when there is no such file. */
export function readTime(file: string): number {
  const stat = statSync(file, { throwIfNoEntry: false })
  return stat?.isFile() ? stat.mtimeMs : 0
}
