// Decides how long a bureau's card and number are good, and how long its name can be (G22).

/** A card leads a stranger over a whole school: it is answered within days, not weeks. */
export const BUREAU_INVITATION_DAYS = 3
/** 浦东新区教育局: a name on one line. */
export const BUREAU_NAME_MAX = 30
/** A number is good for a year at most: after that the bureau looks again. */
export const PERMISSION_DAYS_MAX = 366
