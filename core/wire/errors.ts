// Decides every way an action can say no; the sentences for them live on the phone.

/** Code → when it is given. A code is never reused for another meaning. */
export const ERROR_CODES = {
  INPUT_INVALID: 'the input does not fit the contract; `field` names the first part that does not',
  ACTION_UNKNOWN: 'no action of this name exists in this function',
  FORBIDDEN: 'not allowed, or it does not exist: the two look alike (M14, N16)',
  CONSENT_NEEDED: 'the privacy text has not been agreed to (M12)',
  CARD_NEEDED: 'the card has not been confirmed (M10)',
  REQUEST_REUSED: 'this requestId has stood for other words before; nothing was done, a new call needs a new one',
  TOO_MANY: 'more than one person does in this time; nothing was done, `until` says when to go on',
  TRY_AGAIN: 'the database or a service did not answer; nothing was done',

  ACTIVATION_INVALID: 'the activation code is unknown, used or expired',
  INVITATION_INVALID: 'the invitation is unknown, used up or expired',
  SEATS_FULL: 'the child already has as many guardians as the pact allows (M01)',
  NOT_ON_ROSTER: 'the names do not match the roster; an application is possible (M02)',
  PUPIL_REFUSED: 'pupils do not join (M03)',
  SUBJECT_NEEDED: "a teacher's card needs a subject (M07)",
  CLASS_TAKEN: 'the class already has a head teacher (M04)',
  HANDOVER_WAITS: 'the present head teacher confirms the hand-over; `facts.what` says who (M04)',
  OFFICE_TAKEN: 'somebody holds this office already; `facts.what` says who, where it is known (M17)',
  STAND_IN_DAYS: 'the days of a stand-in begin today or later, and are no more than a term (L03)',
  LAST_IN_POST: 'the only one in a post that a class or school needs: it is handed over first (M13)',
  MOVE_DENIED: 'the account that holds the seat says it is somebody else (M13)',
  MOVE_UNANSWERED: 'the account that holds the seat has said nothing yet, and nobody has made sure by a call (M13)',
  APPLICATION_DECIDED: 'somebody has decided this application already',

  CHILD_STATE: 'the child is no longer in the class or state that this was meant for: read it again (M19)',
  CLASS_FULL: 'a class holds no more children',

  FILE_UNREADABLE: 'the file is no roster that can be read; `field` says kind, password, file, size, sheet or header',
  DOCUMENT_REFUSED:
    'no PDF that may hang on a notice; `field` says which, `facts.why` says kind, size, password, active or gone',
  UPLOADS_FULL: 'as many files as one person uploads in a day',
  FILE_CHANGED: 'the file or the answers about it are not those that were previewed',

  YEAR_CHANGED:
    'the classes or the answers about them are not those that were previewed, or this year has gone up already (L13)',
  YEAR_ASKS: 'classes are asked about before they go up; `facts.count` says how many (L13)',
  YEAR_BEGUN:
    'the first notice of the new year is out: it is not undone any more; `facts.title` says which, unless it is private (L13)',
  YEAR_STATE: 'the promotion is not in a state that allows this; `facts.state` tells which it is in (L13)',

  POST_REFUSED: 'a rule of the pact forbids this post; `reasons` has every rule (design.md 4)',
  NOTICE_STATE: 'the notice is no longer in a state that allows this; `state` tells which it is in',
  NOTICE_CHANGED: 'the text was changed meanwhile: read it again (N11)',
  SIGNATURE_NEEDED: 'this notice wants a signature (N08)',
  SIGNATURE_NAME: 'the typed name is not the one the guardian gave, or no name of theirs (N08)',
  REPLY_NOT_WANTED: 'this notice wants no reply (N05)',
  ANSWERS_LOCKED: 'the deadline has passed: nobody answers or changes an answer any more (N04)',
  ANSWER_CHANGED: 'somebody of the family has answered meanwhile: read it again (N04)',
  ANSWERS_OPEN: 'the answers can still change; `until` says until when (N20)',
  ANSWERS_FEW: 'so few answers would tell who gave them; `facts.count` says how many it takes (N20)',
  NOT_ALL_REACHED: 'children are not reached yet (N06)',
  FOLLOWED_ALREADY: 'the child is reached already: nothing was noted a second time (X04)',
  REMINDED_ALREADY: 'the one reminder has gone out (N10)',
  OUT_OF_HOURS: 'only possible in opening hours (N10)',
  PHOTO_RISKY: 'WeChat calls photos risky that the reviewer has not looked at; `facts.count` says how many (C04)',
  REVIEWER_IS_AUTHOR: 'nobody reviews an own post (G01)',
  PRINCIPAL_NEEDED: 'only a principal decides this post; `rule` says why (C37, N09, T12)',
  PACT_CHANGED: 'another version of the pact was adopted meanwhile: read it again (G15)',
  CALENDAR_CHANGED: 'somebody else has changed the calendar meanwhile: read it again (T06)',
  PUBLISHING_STOPPED: 'the leaders have stopped publishing; `facts.level` says for whom (screens.md 3.23)',

  CASE_OPEN: 'there is an open case about this guardian already',
  CASE_STATE: 'the case is closed, or it is no longer yours to decide (G06)',
  CASE_STEP: 'only the next step of the ladder opens; `facts.next` says which (G04)',
  REPORT_ANSWERED: 'somebody has answered this report already',
  NOT_COMMITTEE: 'the supervisor is chosen from the parents’ committee (M06)',

  LEAVE_OVERLAP: 'the child already has leave in this time; `leaveId` tells which',
  LEAVE_STATE: 'the leave is no longer in a state that allows this',
  LEAVE_EMPTY: 'the span holds no school day',
  LEAVE_LATE: 'the leave begins further back than the pact allows; `facts.day` is the first day that it allows (L14)',
  LEAVE_AHEAD: 'the leave ends beyond the school year; `facts.day` is the last day (L14)',
  ROLL_CHANGED: 'the class list is not the one the page showed: read it again (L04)',
  ROLL_DAY: 'a roll is taken on its own day, and not before its half of the day begins (L04)',
  ROLL_REST: 'there is no school on that day (L04)',
  CONTACT_STATE: 'nobody looks for this child, or not any more: read it again (L05)',

  STEP_DONE: 'somebody has done this step already: read it again (Q20, screens.md 4)',

  APPLICANT_CANNOT_APPROVE: 'one does not approve an own request (L03)',

  TALK_STATE: 'the talk is closed, full, or no longer yours to bring on: read it again (N15)',
  LETTER_DECIDED: 'somebody has decided this letter already, or it does not wait for anybody',
  MUTED: 'no letters until `until`; reading, signing, leave and calls go on (G04)',
  ALBUM_STATE: 'the album is no longer in a state that allows this: read it again',
  CHILDREN_UNTAGGED: 'an album of the whole class lacks children; `facts.count` says how many (P02)',
  PHOTO_LARGE: 'a photo is larger than an album keeps; `field` says which',
  TIMETABLE_CHANGED: 'somebody else has changed the timetable meanwhile: read it again (E23)',
  APPEAL_ANSWERED: 'somebody has answered this appeal already (G04)',
  APPEAL_OPEN: 'there is an appeal against this that nobody has answered yet (G04)',

  REGISTERS_CHANGED: 'somebody else has changed the registers of the school meanwhile: read them again',
  REGISTER_SLOT: 'this is not filled in now: its time has not come, or is long over',
  REGISTER_FIRST: 'another register comes first; `facts.title` says which (E01, E05)',
  ENTRY_CHANGED: 'somebody else has written in this entry meanwhile: read it again',
  ENTRY_STATE: 'the entry is done, refused or void, or this part is not its turn: read it again',
  PLAN_NEEDED: 'a meeting is announced when its plan is kept; `facts.title` says where (H03)',
  FEEDBACK_SENT: 'the families were asked for feedback of this term already; `facts.title` says as what (G14)',
  DRAW_STATE: 'the draw is over, was made already, or this family was not drawn: read it again (H04)',
  SLOT_TAKEN: 'somebody else has booked this time (H13)',
  BOOKING_STATE: 'the booking or its day is no longer in a state that allows this (H13)',

  BUREAU_SEATED: 'a bureau sits over the school already: it is ended first (G22)',
  BUREAU_APART: 'this account is in a class or on a staff: a bureau sits with an account of its own (G22)',
  BUREAU_STATE: 'the seat, the notice or the report is no longer as it was on the screen: read it again (G22)',
  PERMISSION_UNKNOWN:
    'this number was not issued to the school, is used up or not valid today; `facts.why` says which (C16)',

  INCIDENT_CHANGED: 'somebody else has stamped, corrected or closed this meanwhile: read it again (L06)',
} as const

export type ErrorCode = keyof typeof ERROR_CODES
