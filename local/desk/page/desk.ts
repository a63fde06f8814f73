// Decides the desk: phones side by side, and beside them the clock, the messages and who can be added.
import type { PhoneSettings } from '../../phone/bundle-format'
import { ensureHanFont } from '../../phone/runtime/shell/han-font'
import { ClockPanel } from './clock-panel'
import { DeliveriesPanel } from './deliveries-panel'
import css from './desk.css'
import { action, make } from './elements'
import { PhoneCard } from './phone-card'
import { addPhone, readPeople, readPhones, type Person } from './server-calls'

/** How often the messages are read (ms). */
const DELIVERIES_INTERVAL = 4000

const cards: PhoneCard[] = []
const row = make('main', { className: 'phones' })
let people: Person[] = []

const nameOf = (openid: string) => {
  const person = people.find((known) => known.openid === openid)
  return person
    ? `${person.name}（${person.role}）`
    : (cards.find((card) => card.settings.openid === openid)?.settings.label ?? openid)
}

function show(settings: PhoneSettings): PhoneCard {
  const card = new PhoneCard(settings, (gone) => {
    gone.element.remove()
    cards.splice(cards.indexOf(gone), 1)
  })
  cards.push(card)
  row.append(card.element)
  return card
}

/** Puts a phone on the desk: a person's, or a new one without an identity; `url` is its first page. */
async function addPerson(person: Person | undefined, url = ''): Promise<void> {
  const label = person ? `${person.name}（${person.role}）` : `新手机 ${cards.length + 1}`
  const [path, query] = url ? url.replace(/^\//, '').split('?') : [person?.path, person?.query]
  const card = show(
    await addPhone({ ...(person && { openid: person.openid }), label, ...(path && { path }), ...(query && { query }) }),
  )
  card.element.scrollIntoView({ behavior: 'smooth', inline: 'end' })
}

/** Opens a page on the owner's phone; puts that phone on the desk if it is not there. */
async function openFor(openid: string, page: string): Promise<void> {
  const known = cards.find((card) => card.settings.openid === openid)
  if (known) return known.open(page)
  const person = people.find((candidate) => candidate.openid === openid)
  await addPerson(person ?? { openid, name: openid, role: '' }, page)
}

function peoplePanel(): HTMLElement {
  const select = make(
    'select',
    {},
    make('option', { value: '', textContent: '一部新手机（没有身份）' }),
    ...people.map(({ openid, name, role }) => make('option', { value: openid, textContent: `${name} · ${role}` })),
  )
  const add = action('放到桌面上', () => addPerson(people.find(({ openid }) => openid === select.value)))
  return make(
    'section',
    { className: 'panel' },
    make('h2', { textContent: '添加手机' }),
    make('div', { className: 'row' }, select, add),
  )
}

/** A shared card goes to another phone on the desk. */
function receiveShares(): void {
  window.addEventListener(
    'message',
    ({ origin, data }: MessageEvent<{ type?: string; from?: string; card?: { title: string; path: string } }>) => {
      if (origin !== window.location.origin || data.type !== 'share' || !data.card) return
      const { title, path } = data.card
      const others = cards.filter((card) => card.settings.id !== data.from)
      const dialog = make(
        'dialog',
        { className: 'share' },
        make('h2', { textContent: '发送给哪部手机？' }),
        make('p', { textContent: title }),
      )
      const send = (run: () => unknown) => () => {
        dialog.remove()
        return run()
      }
      dialog.append(
        ...others.map((card) =>
          action(
            card.settings.label,
            send(() => card.open(path)),
          ),
        ),
        action(
          '一部新手机',
          send(() => addPerson(undefined, path)),
        ),
        action(
          '取消',
          send(() => undefined),
        ),
      )
      document.body.append(dialog)
      dialog.showModal()
    },
  )
}

async function openDesk(): Promise<void> {
  document.head.append(make('style', { textContent: css }))
  ensureHanFont()
  people = await readPeople()
  const deliveries = new DeliveriesPanel(openFor, nameOf)
  const clock = new ClockPanel(() => void deliveries.read())
  const note = make('p', {
    className: 'note',
    textContent: '内容安全检查是替身：它只认识标了记号的文字，不代表微信的判断。支付、真实推送和摄像头都没有。',
  })
  document.body.append(
    row,
    make('aside', {}, make('h1', { textContent: '家校约' }), clock.element, peoplePanel(), deliveries.element, note),
  )
  for (const settings of await readPhones()) show(settings)
  receiveShares()
  await clock.read()
  await deliveries.read()
  window.setInterval(() => void deliveries.read().catch(() => undefined), DELIVERIES_INTERVAL)
}

void openDesk()
