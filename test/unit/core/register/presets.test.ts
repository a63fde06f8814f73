// Proves that a preset and an option switch on what they name, and that settings show which option a school has taken.
import {
  REGISTERS,
  REGISTER_PRESETS,
  REGISTER_VARIANTS,
  REGISTER_VARIANT_IDS,
  presetChanges,
  variantChanges,
  variantOptionOf,
  type RegisterChange,
  type RegisterVariantOption,
  type Setting,
} from '@class-pact/core/register'

/** What a school keeps after some changes, the last word of each register. */
function keptAfter(...changes: RegisterChange[][]): Setting[] {
  const kept = new Map<string, Setting>()
  for (const { register, on, values = [] } of changes.flat()) {
    if (!on) kept.delete(register)
    else
      kept.set(register, {
        register,
        since: '2026-11-30',
        values: { ...kept.get(register)?.values, ...Object.fromEntries(values.map(({ key, value }) => [key, value])) },
      })
  }
  return [...kept.values()]
}
const idsOf = (settings: Setting[]) => settings.map(({ register }) => register).sort()
const optionsOf = (variant: (typeof REGISTER_VARIANT_IDS)[number]): readonly RegisterVariantOption[] =>
  REGISTER_VARIANTS[variant]

test.each(REGISTER_PRESETS.map((preset) => [preset.id, preset] as const))(
  'V15 V17 V20 %s given a preset, then every register of it is in the catalogue, and after it exactly these are on',
  (id, { registers }) => {
    for (const register of Object.keys(registers)) expect([register, register in REGISTERS]).toEqual([register, true])
    expect(idsOf(keptAfter(presetChanges(id)))).toEqual(Object.keys(registers).sort())
  },
)
test('given a first week, then our own presets show three registers', () => {
  for (const id of ['primary', 'kindergarten']) expect([id, keptAfter(presetChanges(id)).length]).toEqual([id, 3])
})
test('given no preset of that name, then nothing changes', () => {
  expect(presetChanges('none')).toEqual([])
})
test.each(['primary', 'kindergarten', 's3-1'])(
  'V15 V17 %s given the preset, then it is four contacts a month and one meeting',
  (id) => {
    const kept = keptAfter(presetChanges(id))
    expect([variantOptionOf(kept, 'V15'), variantOptionOf(kept, 'V17')]).toEqual(['monthly', 'once'])
  },
)
test('V15 V17 given our own preset and then that of S3 篇3, then visits and calls take over, and two meetings', () => {
  const kept = keptAfter(presetChanges('primary'), presetChanges('s3-3'))
  expect(idsOf(kept)).not.toContain('contacts')
  expect(idsOf(kept)).not.toContain('parents-meeting')
  expect(idsOf(kept)).toContain('class-log')
  expect([variantOptionOf(kept, 'V15'), variantOptionOf(kept, 'V17')]).toEqual(['visits_calls', 'both'])
})
test('given the preset of S4, then at most one log of lessons is on, and nothing lacks what it needs', () => {
  const kept = idsOf(keptAfter(presetChanges('s4')))
  const logs = optionsOf('V20').flatMap(({ on }) => Object.keys(on))
  expect(logs.filter((log) => kept.includes(log)).length).toBeLessThanOrEqual(1)
  for (const [id, { requires }] of Object.entries(REGISTERS))
    if (kept.includes(id) && requires) expect([id, kept.includes(requires.register)]).toEqual([id, true])
})
test.each(REGISTER_VARIANT_IDS)(
  '%s given its options, then no register is both on and off, and each is in the catalogue',
  (variant) => {
    for (const { on, off } of optionsOf(variant)) {
      expect(off.filter((register) => register in on)).toEqual([])
      for (const register of [...Object.keys(on), ...off])
        expect([register, register in REGISTERS]).toEqual([register, true])
    }
  },
)
test.each((['V15', 'V17'] as const).flatMap((variant) => optionsOf(variant).map(({ id }) => [variant, id] as const)))(
  '%s %s given the option is taken after any other, then it is the one that fits',
  (variant, id) => {
    for (const other of optionsOf(variant))
      expect(variantOptionOf(keptAfter(variantChanges(variant, other.id), variantChanges(variant, id)), variant)).toBe(
        id,
      )
  },
)
test('V20 given its options, then each is the one log of lessons that keeps it', () => {
  const logs = ['lesson-log', 'lesson-log-points', 'lesson-log-share']
  expect(optionsOf('V20').map(({ on }) => Object.keys(on))).toEqual(logs.map((log) => (log in REGISTERS ? [log] : [])))
})
test('V15 given other numbers than a paper has, or nothing at all, then no option fits', () => {
  const [contacts] = keptAfter(variantChanges('V15', 'monthly'))
  expect(contacts).toBeDefined()
  const more: Setting[] = contacts ? [{ ...contacts, values: { times: 6 } }] : []
  expect(variantOptionOf(more, 'V15')).toBeUndefined()
  expect(variantOptionOf([], 'V15')).toBeUndefined()
})
test('V17 given a meeting that was switched off again, then it counts no more', () => {
  const once = keptAfter(variantChanges('V17', 'once')).map((setting) => ({ ...setting, until: '2026-12-07' }))
  expect(variantOptionOf([...once, ...keptAfter(variantChanges('V17', 'both'))], 'V17')).toBe('both')
})
test('V17 given an option that is not there, then nothing changes', () => {
  expect(variantChanges('V17', 'never')).toEqual([])
})
