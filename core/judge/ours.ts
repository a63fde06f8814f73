// Decides with which weights the house judges posts: those that were learnt on posts the project wrote itself.
import { createJudge, createJudgeInSteps, type Judge, type JudgeInSteps } from './judge'
import { LEARNT } from './reader/learnt'
import { createReader } from './reader/reader'

const ourReader = createReader(LEARNT)

/** Judges one post under a pact. Pure and total, so every input gives a judgement. */
export const judge: Judge = createJudge(ourReader)

/** The same in steps of a few milliseconds, for a phone on which somebody goes on typing (screens.md 3.6). */
export const judgeInSteps: JudgeInSteps = createJudgeInSteps(ourReader)
