// Decides the control operations that concern a phone: switches, pages, prepared answers.
import type { PhoneSettings } from '../bundle-format'
import { isPhoneSize, PHONE_SIZES, type PhoneSize } from '../phone-models'
import type { PhoneLine } from './phone-line'

/** What a control operation works on. */
export interface ControlledPhone {
  settings: PhoneSettings
  line: PhoneLine
}

/** Operations that put something into a phone's inbox. */
const PREPARED: Record<string, string> = {
  'phone.nextMedia': 'media',
  'phone.nextFile': 'files',
  'phone.nextScan': 'scans',
  'phone.nextSubscription': 'subscriptions',
  'phone.nextModal': 'modals',
  'phone.nextSheet': 'sheets',
}
const PASSED_ON = new Set(
  ['setTheme', 'setOnline', 'setFontScale', 'open', 'share', 'lastShare', 'score', 'fit', 'rest'].map(
    (name) => `phone.${name}`,
  ),
)

/**
 * Runs one `phone.*` operation.
 * @param setSize puts another phone in its place
 * @throws Error when the phone or the operation is unknown
 */
export async function controlPhone(
  find: (id: string) => ControlledPhone,
  setSize: (id: string, size: PhoneSize) => Promise<void>,
  { op, phone, ...values }: Record<string, unknown>,
): Promise<unknown> {
  const name = String(op)
  const { line, settings } = find(String(phone))
  if (name === 'phone.setTheme') settings.theme = values['theme'] === 'dark' ? 'dark' : 'light'
  if (name === 'phone.setFontScale') settings.fontScale = Number(values['scale'])
  if (name === 'phone.setSize') {
    const { size } = values
    if (!isPhoneSize(size)) throw new Error(`phone.setSize takes ${PHONE_SIZES.join(', ')}, not "${String(size)}"`)
    await setSize(settings.id, size)
    return {}
  }
  const kind = PREPARED[name]
  if (kind) return line.request('Phone.prepare', { kind, value: 'value' in values ? values['value'] : values })
  if (!PASSED_ON.has(name)) throw new Error(`unknown operation ${name}`)
  return line.request(name.replace('phone.', 'Phone.'), values)
}

/** The cloud's time in milliseconds, asked after somebody moved it. */
export async function readCloudTime(gatewayUrl: string): Promise<number> {
  const answer = await fetch(new URL('/control', gatewayUrl), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ op: 'clock.read' }),
  })
  const { now } = (await answer.json()) as { now: number | string }
  return typeof now === 'number' ? now : Date.parse(now)
}
