// Decides how much of each list a copy of one's data holds: newest first, more than a family has in years.

export const SIGNED_MOST = 300
export const LEAVES_MOST = 100
export const DELIVERIES_MOST = 500
export const APPLICATIONS_MOST = 50
export const CASES_MOST = 50
export const REPORTS_MOST = 50
