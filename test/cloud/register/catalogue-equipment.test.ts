// Decides that the right people fill in every register of the classroom equipment, and nobody else (section E).
import { REGISTERS, type Register } from '@class-pact/core/register'
import { givenCatalogue, idsOf, type Keeping } from './catalogue/given-catalogue'
import { expectNamed, makeStep, stepsOf, walksOf } from './catalogue/walk-register'

const AREA = 'equipment'
const STEPS = stepsOf(walksOf(idsOf(AREA).map((id): [string, Register] => [id, REGISTERS[id]])))

let school: Keeping
beforeAll(async () => {
  school = await givenCatalogue([AREA])
})
afterAll(() => school.stop())

describe('E01 E02 E03 E04 E05 E06 E07 E08 E09 E10 E11 E12 E13 E14 E15 E16 E17 E18 E19 E20 E22 E24 E25 E26 E27 Q19', () => {
  test('given this area, then its registers keep what is named here, and nothing else', () => {
    expectNamed(AREA)
  })

  test.each(STEPS)('$name', async (step) => {
    expect.hasAssertions()
    await makeStep(school, step)
  })
})
