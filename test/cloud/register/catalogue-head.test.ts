// Decides that every register of a head teacher's duties can be filled in by the right people, counts, and is nobody else's (section D).
import { REGISTERS, type Register } from '@class-pact/core/register'
import { givenCatalogue, idsOf, type Keeping } from './catalogue/given-catalogue'
import { makeStep, stepsOf, walksOf } from './catalogue/walk-register'

const AREA = 'head'
const STEPS = stepsOf(walksOf(idsOf(AREA).map((id): [string, Register] => [id, REGISTERS[id]])))

let school: Keeping
beforeAll(async () => {
  school = await givenCatalogue([AREA])
})
afterAll(() => school.stop())

test.each(STEPS)('$name', async (step) => {
  expect.hasAssertions()
  await makeStep(school, step)
})
