// Decides that the right people fill in every register of the classroom equipment, and nobody else (section E).
import { REGISTERS, type Register } from '@class-pact/core/register'
import { givenCatalogue, idsOf, type Keeping } from './catalogue/given-catalogue'
import { makeStep, stepsOf, walksOf } from './catalogue/walk-register'

const AREA = 'equipment'
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
