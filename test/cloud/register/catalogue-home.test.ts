// Decides that the right people fill in every register of contact with families, and nobody else (section H).
import { REGISTERS, type Register } from '@class-pact/core/register'
import { givenCatalogue, idsOf, type Keeping } from './catalogue/given-catalogue'
import { expectNamed, makeStep, stepsOf, walksOf } from './catalogue/walk-register'

const AREA = 'home'
const STEPS = stepsOf(walksOf(idsOf(AREA).map((id): [string, Register] => [id, REGISTERS[id]])))

let school: Keeping
beforeAll(async () => {
  school = await givenCatalogue([AREA])
})
afterAll(() => school.stop())

describe('H01 H02 H03 H05 H08 H09 H10 H11 H12 H14 H15 H16 H17 H19 H20 H21 H23 H24 H25 H26 H27', () => {
  test('given this area, then its registers keep what is named here, and nothing else', () => {
    expectNamed(AREA)
  })

  test.each(STEPS)('$name', async (step) => {
    expect.hasAssertions()
    await makeStep(school, step)
  })
})
