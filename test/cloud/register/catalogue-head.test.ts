// Decides that the right people fill in every register of a head teacher, and nobody else (section D).
import { REGISTERS, type Register } from '@class-pact/core/register'
import { givenCatalogue, idsOf, type Keeping } from './catalogue/given-catalogue'
import { expectNamed, makeStep, stepsOf, walksOf } from './catalogue/walk-register'

const AREA = 'head'
const STEPS = stepsOf(walksOf(idsOf(AREA).map((id): [string, Register] => [id, REGISTERS[id]])))

let school: Keeping
beforeAll(async () => {
  school = await givenCatalogue([AREA])
})
afterAll(() => school.stop())

describe('D01 D02 D03 D04 D05 D06 D07 D08 D09 D10 D11 D13 D14 D15 D16 D17 D18 D19', () => {
  test('given this area, then its registers keep what is named here, and nothing else', () => {
    expectNamed(AREA)
  })

  test.each(STEPS)('$name', async (step) => {
    expect.hasAssertions()
    await makeStep(school, step)
  })
})
