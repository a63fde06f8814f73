// Decides that an activation code is one that the phone's form and the function take.
import { parseInput } from '../../actions'
import { createCode, describeActivation } from '../../../scripts/activation.mjs'

describe('an activation code', () => {
  const code = createCode()

  test('given two of them, then they differ and no letter can be mistaken', () => {
    expect(createCode()).not.toBe(code)
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{4}(-[2-9A-HJKMNP-Z]{4}){3}$/)
  })

  test('given the form of a new school, then the contract takes the code', () => {
    const form = { code, consent: true, schoolName: '幸福街小学', kind: 'primary', principalName: '李明' }
    expect(parseInput('school.activate', form)).toMatchObject({ ok: true })
  })

  test('given its document, then it opens once and for a limited time', () => {
    const now = Date.parse('2026-09-01T08:00:00+08:00')
    expect(describeActivation(code, now)).toMatchObject({ _id: code, purpose: 'activate', usesLeft: 1, createdAt: now })
    expect(describeActivation(code, now).expiresAt).toBeGreaterThan(now)
  })
})
