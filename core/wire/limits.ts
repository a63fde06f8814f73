// Decides how large anything a phone may send can be; every number names where it comes from.

/** Notice title, characters: letters to parents have titles of 25 and more; only message W1 is fitted (PC-16). */
export const TITLE_MAX = 50
/** Notice body, characters: letters to parents run to 2,500, and a school's rules are sent whole (PC-16). */
export const BODY_MAX = 5_000
/** Photos of one notice (screens.md 3.6). */
export const PHOTOS_MAX = 9
/** Classes one notice may address; a school larger than this sends to the whole school. */
export const CLASSES_MAX = 60
/** People of the staff that one notice names one by one; more are all, a grade's or the head teachers. */
export const STAFF_CHOSEN_MAX = 200
/** People who work at one school; a task names that many at most. */
export const STAFF_MAX = 1_000
/** What somebody of the staff reports of a task, characters: as much as a decision's words. */
export const REPORT_MAX = 200
/** Reason of an urgent notice, characters (screens.md 3.6). */
export const URGENT_REASON_MAX = 50
/** Result of a follow-up, characters (screens.md 3.9). */
export const FOLLOW_UP_RESULT_MAX = 50
/** Reason of a leave, characters (screens.md 3.10). */
export const LEAVE_REASON_MAX = 200
/** Longest leave, calendar days: a term. */
export const LEAVE_DAYS_MAX = 180
/** Proof photos of a leave (screens.md 3.10). */
export const PROOF_PHOTOS_MAX = 3
/** A person's name, characters; the longest on Chinese identity documents is 26 with the middle dot. */
export const NAME_MAX = 30
/** Words that go back with a rejection or a return, characters. */
export const WORDS_MAX = 200
/** Names of schools, classes, subjects, places, characters. */
export const LABEL_MAX = 40
/** What nobody sees is cleaned away before words are measured, as long as there is not more than this much of all. */
export const UNSEEN_FACTOR = 4
/** Opaque tokens: `scene` of getUnlimitedQRCode holds 32 visible characters (platform: QR). */
export const TOKEN_MAX = 32
/** Document ids and file ids, characters. */
export const ID_MAX = 64
export const FILE_ID_MAX = 512
/** Files one person uploads in a day: a teacher's twenty notices with nine photos. */
export const UPLOADS_A_DAY_MAX = 180
/** One page of a list. */
export const PAGE_SIZE = 20
/** A page's end, characters: a few fields of a row and its id. */
export const CURSOR_MAX = 512
/** Children of one class; larger rosters are refused at import. */
export const CLASS_SIZE_MAX = 80
/** Rows of one roster file. */
export const ROSTER_ROWS_MAX = 5000
/** Columns of one sheet; the national register exports about 150. */
export const ROSTER_COLUMNS_MAX = 256
/** Name of a sheet, characters: Excel allows 31, other programs more. */
export const SHEET_NAME_MAX = 100
/** Columns or classes that a leader answers for in one file. */
export const ROSTER_CHOICES_MAX = 1000
/** An invitation lives this long, days (screens.md 2). */
export const INVITATION_DAYS = 7
/** How long an approval can be taken back before message W2 goes out, milliseconds (screens.md 3.11). */
export const UNDO_MS = 10_000
/** Characters of one whole input, names of fields with them: a letter with nine photos to sixty classes is a quarter of it. */
export const INPUT_CHARACTERS_MAX = 50_000
/** Values of one whole input: a pact that changes every rule has some five hundred. */
export const INPUT_VALUES_MAX = 5_000
/** Objects and lists within one another: the parameters of a rule in the changes of a pact are the fifth. */
export const INPUT_DEPTH_MAX = 8
/** Instants that a school of ours can mean: 1 January 2020 to 1 January 2100 in Beijing; before and after nobody uses it. */
export const INSTANT_MIN = Date.UTC(2019, 11, 31, 16)
export const INSTANT_MAX = Date.UTC(2099, 11, 31, 16)
