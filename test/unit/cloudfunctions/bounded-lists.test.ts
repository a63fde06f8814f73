// Decides that no action cuts a list in silence: a limit is one, a bound of the subject.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const ROOT = join(__dirname, '..', '..', '..', 'cloudfunctions')
/** What a phone can ask for, and what the clock does. */
const FOLDERS = ['domains', 'common']

/** Limits with a reason of their own: where, and what the answer says of it. */
const KNOWN: Record<string, string> = {
  'common/store/changes.ts': 'a look hands its limit on, and the next one goes on where it stopped',
  'domains/purge/carry-on.ts': 'batch after batch, until a round has nothing left',
  'domains/purge/plan-purges.ts': 'the clock takes the rest the next time',
  'domains/purge/read-purge.ts': 'the latest rounds that are over: one a school year and night',
  'domains/misjudgement/personal.ts': 'a copy says that it is shortened',
  'domains/misjudgement/store.ts': 'counts by rule: there are fewer rules',
  'domains/slip/forget-files.ts': 'goes on until there are no more; seats of one person, more than anybody has',
  'domains/statistics/forget-persons.ts': 'goes on until there are no more',
  'domains/talk/replies.ts': 'counts the threads of a span, more than a school has',
  'common/store/pages.ts': 'the one place that cuts a list: it counts what it cuts',
  'common/store/collection.ts': 'hands a limit on',
  'domains/class/children.ts': 'hands a limit on',
  'domains/join/invitations.ts': 'counts up to the most that may be open',
  'domains/person/find-person.ts': 'seats, posts and offices of one person, more than anybody has',
  'domains/school/steps.ts': 'the clock takes the rest the next time',
  'common/call/duties.ts': 'the clock takes the rest the next time',
  'common/files/copies.ts': 'one notice and its corrections: no list of an answer',
  'common/files/forget-uploads.ts': 'goes on until there are no more',
  'domains/pact/store.ts': 'the latest versions, of which one is news',
  'domains/notice/audience.ts': 'everybody a notice goes to: no list of an answer',
  'domains/notice/speaking.ts': "an author's own latest posts, for the judge: no list of an answer",
  'domains/slip/open-slips.ts': 'asks for as many as it has ids',
  'domains/moderation/read-log.ts': 'a page of its own, merged from its sources, with `next`',
  'domains/audit/export-audit.ts': 'a page of its own, by number, with `next`',
  'domains/pact/read-pact.ts': 'a page of its own, by version, with `next`',
  'domains/pact/preview.ts': 'the answer says `cut`',
  'domains/account/personal.ts': 'the copy says `shortened`',
  'domains/account/request-move.ts': 'the own latest requests, of which only so many may wait',
  'domains/moderation/cases.ts': 'cases of one guardian that mute at once: no list of an answer',
  'domains/join/personal.ts': 'the copy says `shortened`',
  'domains/office/personal.ts': 'what is forgotten of one person, more than anybody has held: no list of an answer',
  'domains/leave/personal.ts': 'the copy says `shortened`',
  'domains/moderation/own-cases.ts': "somebody's own cases, more than anybody has",
  'domains/moderation/tell-rise.ts': 'asks for as many as it has ids',
  'domains/moderation/personal.ts': 'the copy says `shortened`',
  'domains/reminder/personal.ts': 'the copy says `shortened`',
  'domains/slip/personal.ts': 'the copy says `shortened`',
  'domains/task/personal.ts': 'a copy says that it is shortened',
  'domains/roll/personal.ts': 'the copy says `shortened`',
  'domains/roll/seen-children.ts': "a week's half days of one class: no list of an answer",
  'domains/roll/follow-leaves.ts': 'both halves of one day of one class: no list of an answer',
  'domains/roll/tell-families.ts': 'messages about one child: no list of an answer',
  'domains/roll/tell-leaders.ts': 'asks for as many as it has ids',
  'domains/today/own-roll.ts': "both halves of the own children's day",
  'domains/today/guardian.ts': 'the latest three, beside the list of all',
  'domains/audit/chain-audit.ts': 'the clock goes on until there are no more',
  'domains/child/add-child.ts': 'namesakes of one child, more than any school has',
  'domains/child/follow-child.ts': 'asks for as many as it has ids',
  'domains/child/roll-lines.ts': 'asks for as many as it has ids',
  'domains/person/people.ts': 'asks for as many as it has ids',
  'domains/slip/read-paper.ts': 'the one slip that a paper names: no list of an answer',
  'domains/slip/signed-papers.ts': 'asks for as many as it has ids',
  'domains/slip/note-pushed.ts': 'the clock goes on page by page',
  'domains/notice/spread.ts': 'asks for as many as it has ids',
  'domains/reminder/put-off.ts': 'the clock goes on chunk by chunk',
  'domains/due/remind.ts': 'asks for as many as it has ids',
  'domains/register/store.ts': 'asks for as many as it has ids',
  'domains/reminder/tell-staff.ts': 'the clock takes the rest the next time',
  'domains/talk/figures.ts': 'the answer says `partial`',
  'domains/talk/tell-talk.ts': 'asks for as many as it has ids',
  'domains/talk/personal.ts': 'the copy says `shortened`; what is forgotten goes on until there is no more',
  'domains/office/offices.ts': 'holders of one office of a school, whom a message goes to: no list of an answer',
  'domains/entry/find-sheet.ts': 'what was said last, for one sheet: no list of an answer',
  'domains/entry/tell-turn.ts': 'asks for as many as it has ids',
  'domains/appraisal/export-register.ts': 'goes on page by page until every name is known',
  'domains/appraisal/read-entries.ts': 'goes on page by page; the file says what it leaves out',
  'domains/booking/find-reception.ts': 'forty days to come and forty past: more than a year of every second Saturday',
  'domains/booking/tell-booking.ts': 'asks for as many as it has ids',
  'domains/booking/today.ts': 'receptions of one day, of the classes of one person',
  'domains/bureau/letters.ts': 'the schools of one bureau, whom a notice goes to: no list of an answer',
  'domains/bureau/read-seat.ts': 'permission numbers of a school that hold today: more than it collects for at a time',
  'domains/bureau/take-seat.ts': 'counts the schools of one bureau: no list of an answer',
  'domains/draw/list-draws.ts': 'one draw a term: the latest years',
  'domains/draw/own-surveys.ts': 'one draw a term and school of the own children',
  'domains/incident/tell-leaders.ts': 'asks for as many as it has ids',
  'domains/roll/leave-rolls.ts': 'goes on until there are no more',
  'domains/leave/leave-step.ts': 'asks for as many as it has ids',
  'domains/reminder/tell-digest.ts': 'the clock goes on page by page',
  'domains/reminder/push.ts': 'the clock goes on chunk by chunk',
  'domains/attendance/tell-warning.ts': 'asks for as many as it has ids',
  'domains/attendance/watch.ts': 'the clock looks at the rest the next time',
  'domains/statistics/roll-up.ts': 'the clock rolls up what a class has in a month, no list of an answer',
  'domains/roster/take-in.ts': 'asks for as many as it has ids',
  'domains/roster/known-children.ts': 'reads on until there are no more',
  'domains/roster/preview-roster.ts': 'the classes of a school, to tell which are new',
}

const files = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(ROOT, folder, name)),
)
const LIMIT = /\$?\blimit:\s*([^,}\n]+)/g
const isBound = (value: string) => /^(1|BOUNDS\.\w+)$/.test(value.trim())

test('given every limit of an action, then it is one, a bound, or known to be said', () => {
  expect(files.length).toBeGreaterThan(80)
  const silent = files.flatMap((file) => {
    const name = relative(ROOT, file)
    const limits = [...readFileSync(file, 'utf8').matchAll(LIMIT)].map(([, value = '']) => value)
    return limits.filter((value) => !isBound(value) && !(name in KNOWN)).map((value) => `${name}: ${value}`)
  })
  expect(silent).toEqual([])
})

test('given a reason, then the file it is about is there and has a limit', () => {
  for (const name of Object.keys(KNOWN)) {
    expect([name, /limit\b/.test(readFileSync(join(ROOT, name), 'utf8'))]).toEqual([name, true])
  }
})
