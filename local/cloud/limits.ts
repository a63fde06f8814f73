// Decides every number the local cloud holds callers to.

/** `where().get()` without a limit, called from a function or an admin script (「数据库 / 查询」). */
export const DEFAULT_GET_LIMIT = 100

/** The most documents one `get()` returns, whatever it asks for (「数据库 / 限制」). */
export const MAX_GET_LIMIT = 1_000

/** What an aggregation without `$limit` returns (「数据库 / 聚合 / limit」). */
export const DEFAULT_AGGREGATE_LIMIT = 20

/** The most an aggregation returns, also with a larger `$limit` (reported by developers, not documented). */
export const MAX_AGGREGATE_LIMIT = 10_000

/** A transaction that is neither committed nor aborted by then is ended (「数据库 / 事务」). */
export const TRANSACTION_LIFETIME_MS = 30_000

/** One document, as in MongoDB (「数据库 / 限制」). */
export const MAX_DOCUMENT_BYTES = 16 * 1024 * 1024

/** The data of one function call, as text (「云函数 / 资源和限制」). */
export const MAX_CALL_BYTES = 100 * 1024

/** The reply of one function call (error -604001). */
export const MAX_REPLY_BYTES = 1024 * 1024

/** A function without a `timeout` in its config.json (「云函数 / 超时时间」). */
export const DEFAULT_FUNCTION_TIMEOUT_S = 3

/** The smallest `timeout` (「云函数 / 资源和限制」). */
export const MIN_FUNCTION_TIMEOUT_S = 1

/** The largest `timeout` a function may declare in the WeChat console (「云函数 / 资源和限制」). */
export const MAX_FUNCTION_TIMEOUT_S = 60

/** A function without a `memorySize` in its config.json, and the bounds of one, in MB (「云函数 / 资源和限制」). */
export const DEFAULT_FUNCTION_MEMORY_MB = 256
export const MIN_FUNCTION_MEMORY_MB = 64
export const MAX_FUNCTION_MEMORY_MB = 3_072

/** Timers of one function (「云函数 / 定时触发器」). */
export const MAX_TIMERS_PER_FUNCTION = 1

/** What one invocation may write into its log; the rest is left out, and said to be. A choice for a small machine. */
export const MAX_LOG_BYTES = 256 * 1024

/** The most idle workers an environment that begins anew takes over. A choice for a small machine. */
export const MAX_WORKERS_HANDED_ON = 8

/** How long a cold start may take, apart from the time limit of the call (SCF, 「初始化超时时间」). */
export const INITIALISATION_TIMEOUT_S = 65

/** How recently a user must have opened the mini program for msgSecCheck, else 61010 (api_msgseccheck). */
export const VISIT_WINDOW_MS = 2 * 60 * 60 * 1_000

/** The longest `content` of msgSecCheck, in characters (api_msgseccheck). */
export const MAX_CHECKED_CHARACTERS = 2_500

/** How many templates one tap may ask for (wx.requestSubscribeMessage). */
export const MAX_TEMPLATES_PER_TAP = 5

/** The longest `scene` of a mini program code (api_getunlimitedqrcode). */
export const MAX_SCENE_CHARACTERS = 32

/** One uploaded file; CloudBase allows more, a mini program's photo never needs it. */
export const MAX_FILE_BYTES = 50 * 1024 * 1024

/** One request to the database (「资源和限制」, reported as about 5 MB). */
export const MAX_WRITE_BYTES = 5 * 1024 * 1024

/** A read that looks at more documents than this without an index is reported; a courtesy of the local cloud. */
export const REPORTED_SCAN_ROWS = 1_000

/** The most workers one function runs in at a time; further calls queue. A choice for a small machine. */
export const MAX_WORKERS_PER_FUNCTION = 6

/** How long the address of a file that not everybody may read opens at most, in seconds (getTempFileURL: a day). */
export const MAX_ADDRESS_AGE_S = 86_400

/** Files of one request for addresses or for deletion (CloudBase: storage, getTempFileURL and deleteFile). */
export const MAX_FILES_PER_REQUEST = 50
