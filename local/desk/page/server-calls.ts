// Decides how the desk talks to its server: phones, people, and the cloud's control.
import type { PhoneSettings } from '../../phone/bundle-format'

export interface Person {
  openid: string
  name: string
  role: string
  path?: string
  query?: string
}
export interface Delivery {
  at: string
  touser: string
  templateId: string
  page?: string
  data: Record<string, { value?: unknown }>
  errcode: number
}

async function post<T>(path: string, body: unknown): Promise<T> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  const text = await response.text()
  if (!response.ok) throw new Error(text || `${response.status}`)
  return (text ? JSON.parse(text) : {}) as T
}

async function get<T>(path: string): Promise<T> {
  const response = await fetch(path)
  if (!response.ok) throw new Error(await response.text())
  return (await response.json()) as T
}

/** One operation of the cloud's or the phones' control. */
export function control<T>(op: string, values: Record<string, unknown> = {}): Promise<T> {
  return post<T>('/control', { op, ...values })
}

export const readPhones = async () => (await get<{ phones: PhoneSettings[] }>('/desk/phones')).phones
export const readPeople = async () => (await get<{ people: Person[] }>('/desk/people')).people
export const addPhone = async (spec: Partial<PhoneSettings>) =>
  (await post<{ phone: PhoneSettings }>('/desk/phones', spec)).phone
export const recompile = () =>
  post<{ problems: { file: string; line?: number; message: string }[] }>('/desk/reload', {})
export const readDeliveries = async () =>
  (await control<{ deliveries?: Delivery[] }>('deliveries.list')).deliveries ?? []

/** The cloud's time in milliseconds; undefined without a cloud. */
export async function readClock(): Promise<number | undefined> {
  const { now } = await control<{ now?: string | number }>('clock.read')
  return now === undefined ? undefined : typeof now === 'number' ? now : Date.parse(now)
}
