// Decides that the right people fill in every register of class assessment, and nobody else (section Q).
import { REGISTERS, type Register } from '@class-pact/core/register'
import { givenCatalogue, idsOf, type Keeping } from './catalogue/given-catalogue'
import { expectNamed, makeStep, stepsOf, walksOf } from './catalogue/walk-register'

const AREA = 'points'
const STEPS = stepsOf(walksOf(idsOf(AREA).map((id): [string, Register] => [id, REGISTERS[id]])))

let school: Keeping
beforeAll(async () => {
  school = await givenCatalogue([AREA])
})
afterAll(() => school.stop())

describe('Q01 Q02 Q03 Q04 Q05 Q06 Q07 Q08 Q09 Q10 Q11 Q12 Q13 Q14 Q15 Q16 Q18', () => {
  test('given this area, then its registers keep what is named here, and nothing else', () => {
    expectNamed(AREA)
  })

  test.each(STEPS)('$name', async (step) => {
    expect.hasAssertions()
    await makeStep(school, step)
  })
})
