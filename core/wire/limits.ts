// Decides how large anything a phone may send can be; every number names where it comes from.

/** Notice title, characters: letters to parents have titles of 25 and more; only message W1 is fitted (PC-16). */
export const TITLE_MAX = 50
/** Notice body, characters: letters to parents run to 2,500, and a school's rules are sent whole (PC-16). */
export const BODY_MAX = 5_000
/** Versions of one notice: whoever has corrected it so often writes another; all of them stay readable (N11). */
export const VERSIONS_MAX = 20
/** Photos of one notice (screens.md 3.6). */
export const PHOTOS_MAX = 9
/** Documents of one notice: a letter and two annexes. */
export const DOCUMENTS_MAX = 3
/** A document's name, characters: what stands beside it in a list has two lines. */
export const DOCUMENT_NAME_MAX = 50
/** A document, bytes: a scanned letter of some twenty pages; what opens on mobile data should not be larger. */
export const DOCUMENT_BYTES_MAX = 10 * 1024 * 1024
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
/** One item of a fee, characters: it stands in a table beside its amount. */
export const FEE_ITEM_MAX = 20
/** Items of one fee notice. */
export const FEE_ITEMS_MAX = 10
/** One item's amount, fen: a hundred thousand yuan, more than a term of any school costs. */
export const FEE_FEN_MAX = 10_000_000
/** What a fee is based on, characters: the name of a document with its number. */
export const FEE_BASIS_MAX = 100
/** A bureau's card, days: it leads a stranger over a whole school, and is answered within days, not weeks (G22). */
export const BUREAU_INVITATION_DAYS = 3
/** 浦东新区教育局: a name on one line (G22). */
export const BUREAU_NAME_MAX = 30
/** A permission number is good for a year at most: after that the bureau looks again (C16). */
export const PERMISSION_DAYS_MAX = 366
/** A bureau's permission number, characters. */
export const PERMISSION_MAX = 40
/** Why an activity is told on the day itself, characters: as long as the reason of an urgent notice. */
export const EXCEPTION_REASON_MAX = URGENT_REASON_MAX
/** Number of an issue of a school's bulletin. */
export const ISSUE_MAX = 9_999
/** A family's opinion on a letter, characters: as long as words that go with a decision. */
export const OPINION_MAX = 200
/** Result of a follow-up, characters (screens.md 3.9). */
export const FOLLOW_UP_RESULT_MAX = 50
/** Questions of one form: a page and a half of paper. */
export const QUESTIONS_MAX = 20
/** A question, characters: a line and a half of the phone. */
export const QUESTION_MAX = 50
/** Choices of one question, and the characters of each. */
export const CHOICES_MAX = 20
export const CHOICE_MAX = 20
/** What somebody writes beside 其他, characters. */
export const OTHER_MAX = 50
/** A text that answers a question, characters. */
export const ANSWER_TEXT_MAX = 500
/** Photos that answer one question. */
export const ANSWER_PHOTOS_MAX = 3
/** The unit of a number, characters: 人, 厘米, 元/月. */
export const UNIT_MAX = 8
/** Decimals of a number that is asked for, and the largest there is. */
export const DECIMALS_MAX = 3
export const NUMBER_MAX = 1_000_000_000
/** The id of a question or a choice within its form, characters. */
export const QUESTION_ID_MAX = 16
/** Reason of a leave, characters (screens.md 3.10). */
export const LEAVE_REASON_MAX = 200
/** What was seen of a child at the check, characters: beside its symptoms. */
export const ROLL_REMARK_MAX = 50
/** Why a child is not here, in the family's words, characters: as much as the result of a follow-up. */
export const CONTACT_WORDS_MAX = 50
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
/** Words somebody looks for, characters: a whole title. */
export const SEARCH_MAX = TITLE_MAX
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
/** One letter of a talk, characters, and its photos (screens.md 3.13). */
export const LETTER_MAX = 500
export const LETTER_PHOTOS_MAX = 3
/** What a talk is about, characters: a line of the list. */
export const MATTER_MAX = 20
/** Letters of one talk: whoever has written that many meets. */
export const LETTERS_MAX = 100
/** An album's title, characters: 三（2）班秋游. */
export const ALBUM_TITLE_MAX = 30
/** A photo of an album as it is kept, bytes: what the phone sends is made smaller before. */
export const ALBUM_PHOTO_BYTES_MAX = 1024 * 1024
/** Lessons of a day, and days of a week that can have some. */
export const PERIODS_MAX = 12
export const WEEKDAYS_MAX = 7
/** A school's own paper of rules, characters: the longest of the seeds has 24,000 (S0, nine rule sets). */
export const PAPER_MAX = 40_000
/** The same pasted: CloudBase takes 100 KB a call (facts/cloudbase), three bytes a character; a longer one comes as a file. */
export const PAPER_PASTED_MAX = 30_000
/** One line of it that a rule is cited by, characters: three lines and a half of the phone. */
export const PAPER_LINE_MAX = 200
/** What it is called, characters. */
export const PAPER_TITLE_MAX = 40
/** Lines of one paper that say the same rule: a chapter for teachers, one for families, and twice over. */
export const PAPER_LINES_OF_RULE_MAX = 5
/** Lines that nobody can break, at the head of the printed sheet: what fits above the rules. */
export const PAPER_PRINCIPLES_MAX = 12
/** A paper as a file, bytes: a scanned page has no text, and a written one is small. */
export const PAPER_BYTES_MAX = 5 * 1024 * 1024
/** What was found wrong, with what stands around it, characters: some ten lines of a notice. */
export const EXAMPLE_MAX = 500
